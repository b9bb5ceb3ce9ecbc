import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { changeSettings } from './commands'
import { findSettings } from './queries'
import { settingsChanges } from './schema'

export const getSettings = endpoint({
  method: 'GET',
  path: '/settings',
  summary: 'The street’s settings',
  allow: 'settings.manage',
  run: async (act) => {
    const found = await findSettings(act)
    if (!found) return refuse('not-found')
    const { others: _, ...settings } = found
    return ok(settings)
  },
})

export const patchSettings = endpoint({
  method: 'PATCH',
  path: '/settings',
  summary: 'Change the street’s settings, as of the version that was read',
  allow: 'settings.manage',
  body: settingsChanges,
  idempotent: true,
  run: (act, { body }) => changeSettings(act, body),
})
