import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import {
  addMenu,
  changeMenu,
  discardDraft,
  publishVersion,
  returnToDraft,
  sendToReview,
  startDraft,
  withdrawMenu,
} from './commands'
import { findMenu, listMenus } from './queries'
import { menuChanges, menuFilter, menuKey, newMenu, returning, sending, versionStep } from './schema'

export const getMenus = endpoint({
  method: 'GET',
  path: '/menus',
  summary: 'Service menus of the scope, a page at a time',
  allow: 'menus.read',
  query: menuFilter,
  run: async (act, { query }) => ok(await listMenus(act, query)),
})

export const getMenu = endpoint({
  method: 'GET',
  path: '/menus/{id}',
  summary: 'One menu: what is in force, what is worked on, and what would change',
  allow: 'menus.read',
  params: menuKey,
  run: async (act, { params }) => {
    const menu = await findMenu(act, params.id)
    return menu ? ok(menu) : refuse('not-found')
  },
})

export const postMenu = endpoint({
  method: 'POST',
  path: '/menus',
  summary: 'Open the menu of an area, with an empty draft',
  allow: 'menus.write',
  body: newMenu,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addMenu(act, body),
})

export const patchMenu = endpoint({
  method: 'PATCH',
  path: '/menus/{id}',
  summary: 'Rename a menu, as of the version that was read',
  allow: 'menus.write',
  params: menuKey,
  body: menuChanges,
  idempotent: true,
  run: (act, { params, body }) => changeMenu(act, params.id, body),
})

export const postMenuDraft = endpoint({
  method: 'POST',
  path: '/menus/{id}/draft',
  summary: 'Begin the next version with the items in force',
  allow: 'menus.write',
  params: menuKey,
  idempotent: true,
  run: (act, { params }) => startDraft(act, params.id),
})

export const postMenuDiscard = endpoint({
  method: 'POST',
  path: '/menus/{id}/discard',
  summary: 'Throw the draft away',
  allow: 'menus.write',
  params: menuKey,
  body: versionStep,
  idempotent: true,
  run: (act, { params, body }) => discardDraft(act, params.id, body.version),
})

export const postMenuReview = endpoint({
  method: 'POST',
  path: '/menus/{id}/review',
  summary: 'Send the draft to review',
  allow: 'menus.write',
  params: menuKey,
  body: sending,
  idempotent: true,
  run: (act, { params, body }) => sendToReview(act, params.id, body),
})

export const postMenuReturn = endpoint({
  method: 'POST',
  path: '/menus/{id}/return',
  summary: 'Give a version under review back, with what is to be changed',
  allow: 'menus.write',
  params: menuKey,
  body: returning,
  idempotent: true,
  run: (act, { params, body }) => returnToDraft(act, params.id, body),
})

export const postMenuPublication = endpoint({
  method: 'POST',
  path: '/menus/{id}/publication',
  summary: 'Put the version under review into force; never by who sent it',
  allow: 'menus.publish',
  params: menuKey,
  body: versionStep,
  idempotent: true,
  run: (act, { params, body }) => publishVersion(act, params.id, body.version),
})

export const postMenuWithdrawal = endpoint({
  method: 'POST',
  path: '/menus/{id}/withdrawal',
  summary: 'Take the version in force back, without another',
  allow: 'menus.publish',
  params: menuKey,
  body: versionStep,
  idempotent: true,
  run: (act, { params, body }) => withdrawMenu(act, params.id, body.version),
})
