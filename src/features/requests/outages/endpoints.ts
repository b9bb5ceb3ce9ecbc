import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { changeNotice, endNotice, giveNotice, withdrawNotice } from './commands'
import { findOutage, listOutages, placesToTell } from './queries'
import { newOutage, outageChanges, outageFilter, outageKey, outageVersion, placeSearch } from './schema'

export const getOutages = endpoint({
  method: 'GET',
  path: '/outages',
  summary: 'Notices of outages, a page at a time',
  allow: 'outages.read',
  query: outageFilter,
  run: async (act, { query }) => ok(await listOutages(act, query)),
})

export const getOutage = endpoint({
  method: 'GET',
  path: '/outages/{id}',
  summary: 'One notice of an outage',
  allow: 'outages.read',
  params: outageKey,
  run: async (act, { params }) => {
    const outage = await findOutage(act, params.id)
    return outage ? ok(outage) : refuse('not-found')
  },
})

export const getOutagePlaces = endpoint({
  method: 'GET',
  path: '/outages/places',
  summary: 'Places where the caller may give notice, by name, number or pinyin initials',
  allow: 'outages.write',
  query: placeSearch,
  run: async (act, { query }) => ok({ groups: [{ label: '', items: await placesToTell(act, query.q) }] }),
})

export const postOutage = endpoint({
  method: 'POST',
  path: '/outages',
  summary: 'Tell residents of a planned or sudden outage',
  allow: 'outages.write',
  body: newOutage,
  status: 201,
  idempotent: true,
  run: (act, { body }) => giveNotice(act, body),
})

export const patchOutage = endpoint({
  method: 'PATCH',
  path: '/outages/{id}',
  summary: 'Change a notice, as of the version that was read',
  allow: 'outages.write',
  params: outageKey,
  body: outageChanges,
  idempotent: true,
  run: (act, { params, body }) => changeNotice(act, params.id, body),
})

export const postOutageEnd = endpoint({
  method: 'POST',
  path: '/outages/{id}/end',
  summary: 'Say that an outage is over',
  allow: 'outages.write',
  params: outageKey,
  body: outageVersion,
  idempotent: true,
  run: (act, { params, body }) => endNotice(act, params.id, body.version),
})

export const postOutageWithdrawal = endpoint({
  method: 'POST',
  path: '/outages/{id}/withdrawal',
  summary: 'Withdraw a notice that was a mistake or does not take place',
  allow: 'outages.write',
  params: outageKey,
  body: outageVersion,
  idempotent: true,
  run: (act, { params, body }) => withdrawNotice(act, params.id, body.version),
})
