import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { changeView, removeView, saveView } from './commands'
import { listViews } from './queries'
import { newView, viewChanges, viewKey, viewVersion } from './schema'

export const getSavedViews = endpoint({
  method: 'GET',
  path: '/saved-views',
  summary: 'The board’s saved views that the caller sees',
  allow: 'requests.read',
  run: async (act) => ok({ rows: await listViews(act) }),
})

export const postSavedView = endpoint({
  method: 'POST',
  path: '/saved-views',
  summary: 'Keep the board’s filter under a name',
  allow: 'requests.read',
  body: newView,
  status: 201,
  idempotent: true,
  run: (act, { body }) => saveView(act, body),
})

export const patchSavedView = endpoint({
  method: 'PATCH',
  path: '/saved-views/{id}',
  summary: 'Rename a view, share it, or have a role’s board open with it',
  allow: 'requests.read',
  params: viewKey,
  body: viewChanges,
  idempotent: true,
  run: (act, { params, body }) => changeView(act, params.id, body),
})

export const postSavedViewRemoval = endpoint({
  method: 'POST',
  path: '/saved-views/{id}/removal',
  summary: 'Remove a view',
  allow: 'requests.read',
  params: viewKey,
  body: viewVersion,
  idempotent: true,
  run: (act, { params }) => removeView(act, params.id),
})
