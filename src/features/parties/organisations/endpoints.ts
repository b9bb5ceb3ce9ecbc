import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addParty, changeParty, endParty, resumeParty } from './commands'
import { branchesUnder, findParty } from './detail/queries'
import { findParents, listParties, partiesToExport } from './queries'
import {
  newParty,
  parentLevel,
  parentSearch,
  partyChanges,
  partyFilter,
  partyKey,
  partyVersion,
} from './schema'

export const getParties = endpoint({
  method: 'GET',
  path: '/parties',
  summary: 'Party organisations, a page at a time',
  allow: 'parties.read',
  query: partyFilter,
  run: async (act, { query }) => ok(await listParties(act, query)),
})

export const getParty = endpoint({
  method: 'GET',
  path: '/parties/{id}',
  summary: 'One Party organisation with what stands under it',
  allow: 'parties.read',
  params: partyKey,
  run: async (act, { params }) => {
    const party = await findParty(act, params.id)
    return party ? ok(party) : refuse('not-found')
  },
})

export const getPartyBranches = endpoint({
  method: 'GET',
  path: '/parties/{id}/branches',
  summary: 'What stands directly under a Party organisation, for the tree',
  allow: 'parties.read',
  params: partyKey,
  run: async (act, { params }) => {
    const branches = await branchesUnder(act, params.id)
    return branches ? ok({ branches }) : refuse('not-found')
  },
})

export const getPartyParents = endpoint({
  method: 'GET',
  path: '/parties/parents/{level}',
  summary: 'Party organisations that one of a level may stand under',
  allow: 'parties.write',
  params: parentLevel,
  query: parentSearch,
  run: async (act, { params, query }) => ok(await findParents(act, params.level, query.q)),
})

export const postParty = endpoint({
  method: 'POST',
  path: '/parties',
  summary: 'Add a Party organisation under one of the level above',
  allow: 'parties.write',
  body: newParty,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addParty(act, body),
})

export const patchParty = endpoint({
  method: 'PATCH',
  path: '/parties/{id}',
  summary: 'Change a Party organisation, as of the version that was read',
  allow: 'parties.write',
  params: partyKey,
  body: partyChanges,
  idempotent: true,
  run: (act, { params, body }) => changeParty(act, params.id, body),
})

export const postPartyEnd = endpoint({
  method: 'POST',
  path: '/parties/{id}/end',
  summary: 'Take a Party organisation with nothing under it out of the tree',
  allow: 'parties.write',
  params: partyKey,
  body: partyVersion,
  idempotent: true,
  run: (act, { params, body }) => endParty(act, params.id, body.version),
})

export const postPartyResumption = endpoint({
  method: 'POST',
  path: '/parties/{id}/resumption',
  summary: 'Bring an ended Party organisation back',
  allow: 'parties.write',
  params: partyKey,
  body: partyVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeParty(act, params.id, body.version),
})

export const postPartyExport = endpoint({
  method: 'POST',
  path: '/parties/export',
  summary: 'Party organisations as a workbook; the export is recorded',
  allow: 'registers.export',
  body: partyFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await partiesToExport(act, body)
    await recordAudit(act, {
      action: 'party.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'parties',
        [
          { heading: 'level', width: 18, value: ({ level }, say) => say(`parties.levels.${level}`) },
          { heading: 'name', width: 28, value: ({ name }) => name },
          { heading: 'parent', width: 28, value: ({ parent }) => parent?.name ?? null },
          { heading: 'community', value: ({ community }) => community?.name ?? null },
          { heading: 'ofGrid', width: 18, value: ({ grid }) => grid?.name ?? null },
          { heading: 'leader', value: ({ leader }) => leader?.name ?? null },
          { heading: 'electedOn', value: ({ electedOn }) => electedOn },
          { heading: 'electionDue', value: ({ termEndsOn }) => termEndsOn },
        ],
        rows,
      ),
    )
  },
})
