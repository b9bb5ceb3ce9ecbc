import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { beginRhythm, changeRhythm, endRhythm } from './commands'
import { findRhythm, householdsFound, listRhythms } from './queries'
import { householdSearch, newRhythm, rhythmChanges, rhythmFilter, rhythmKey, rhythmVersion } from './schema'

const ALLOW = 'logbook.visits' as const

export const getVisitRhythms = endpoint({
  method: 'GET',
  path: '/visit-rhythms',
  summary: 'Households that are looked in on regularly, with the last visit and the next',
  allow: ALLOW,
  query: rhythmFilter,
  run: async (act, { query }) => ok(await listRhythms(act, query)),
})

export const getVisitRhythm = endpoint({
  method: 'GET',
  path: '/visit-rhythms/{id}',
  summary: 'One household’s rhythm',
  allow: ALLOW,
  params: rhythmKey,
  run: async (act, { params }) => {
    const rhythm = await findRhythm(act, params.id)
    return rhythm ? ok(rhythm) : refuse('not-found')
  },
})

export const postVisitRhythm = endpoint({
  method: 'POST',
  path: '/visit-rhythms',
  summary: 'Have a household looked in on every so many days',
  allow: ALLOW,
  body: newRhythm,
  status: 201,
  idempotent: true,
  run: (act, { body }) => beginRhythm(act, body),
})

export const patchVisitRhythm = endpoint({
  method: 'PATCH',
  path: '/visit-rhythms/{id}',
  summary: 'Change how often, as of the version that was read',
  allow: ALLOW,
  params: rhythmKey,
  body: rhythmChanges,
  idempotent: true,
  run: (act, { params, body }) => changeRhythm(act, params.id, body),
})

export const postVisitRhythmEnd = endpoint({
  method: 'POST',
  path: '/visit-rhythms/{id}/end',
  summary: 'No longer look in on a household regularly',
  allow: ALLOW,
  params: rhythmKey,
  body: rhythmVersion,
  idempotent: true,
  run: (act, { params, body }) => endRhythm(act, params.id, body.version),
})

export const getVisitHouseholds = endpoint({
  method: 'GET',
  path: '/visit-rhythms/households',
  summary: 'Households that can be given a rhythm, by compound, building and room',
  allow: ALLOW,
  query: householdSearch,
  run: async (act, { query }) => ok({ groups: [{ label: '', items: await householdsFound(act, query.q) }] }),
})
