import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { zoneKey } from '../register/schema'
import { appointLead, endLead } from './commands'
import { candidatesFor } from './queries'
import { candidateSearch, leadEnd, leadKey, newLead } from './schema'

export const getLeadCandidates = endpoint({
  method: 'GET',
  path: '/zones/lead-candidates',
  summary: 'Workers who could lead a zone, by a part of the name',
  allow: 'zones.write',
  query: candidateSearch,
  run: async (act, { query }) => ok({ groups: [{ label: '', items: await candidatesFor(act, query.q) }] }),
})

export const postZoneLead = endpoint({
  method: 'POST',
  path: '/zones/{id}/leads',
  summary: 'Appoint the lead of a zone for a term',
  allow: 'zones.write',
  params: zoneKey,
  body: newLead,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => appointLead(act, params.id, body),
})

export const postZoneLeadEnd = endpoint({
  method: 'POST',
  path: '/zones/{id}/leads/{leadId}/end',
  summary: "End a lead's term on a day",
  allow: 'zones.write',
  params: leadKey,
  body: leadEnd,
  idempotent: true,
  run: (act, { params, body }) => endLead(act, params.id, params.leadId, body.endsOn),
})
