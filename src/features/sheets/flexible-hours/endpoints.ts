import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addFlexibleHours, changeFlexibleHours, endFlexibleHours } from './commands'
import { listFlexibleHours } from './queries'
import {
  flexibleHoursChanges,
  flexibleHoursFilter,
  flexibleHoursKey,
  flexibleHoursVersion,
  newFlexibleHours,
} from './schema'

export const getFlexibleHours = endpoint({
  method: 'GET',
  path: '/flexible-hours',
  summary: 'The flexible-hours table',
  allow: 'sheets.read',
  query: flexibleHoursFilter,
  run: async (act, { query }) => ok({ rows: await listFlexibleHours(act, query) }),
})

export const postFlexibleHours = endpoint({
  method: 'POST',
  path: '/flexible-hours',
  summary: 'Add a row to the flexible-hours table',
  allow: 'hours.write',
  body: newFlexibleHours,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addFlexibleHours(act, body),
})

export const patchFlexibleHours = endpoint({
  method: 'PATCH',
  path: '/flexible-hours/{id}',
  summary: 'Change a row of the flexible-hours table, as of the version that was read',
  allow: 'hours.write',
  params: flexibleHoursKey,
  body: flexibleHoursChanges,
  idempotent: true,
  run: (act, { params, body }) => changeFlexibleHours(act, params.id, body),
})

export const postFlexibleHoursEnd = endpoint({
  method: 'POST',
  path: '/flexible-hours/{id}/end',
  summary: 'Take a row off the flexible-hours table',
  allow: 'hours.write',
  params: flexibleHoursKey,
  body: flexibleHoursVersion,
  idempotent: true,
  run: (act, { params, body }) => endFlexibleHours(act, params.id, body.version),
})
