import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { changeElection, nominate, openElection, withdrawNominee } from './commands'
import { electionsToExport, findElection, listElections, personOptions } from './queries'
import {
  electionChanges,
  electionFilter,
  electionKey,
  newElection,
  newNominee,
  nomineeWithdrawal,
  personSearch,
} from './schema'

export const getElections = endpoint({
  method: 'GET',
  path: '/elections',
  summary: 'Elections and appointments of captains under way and past, a page at a time',
  allow: 'elections.read',
  query: electionFilter,
  run: async (act, { query }) => ok(await listElections(act, query)),
})

export const getElection = endpoint({
  method: 'GET',
  path: '/elections/{id}',
  summary: 'One election with its nominees, count sheet and objections',
  allow: 'elections.read',
  params: electionKey,
  run: async (act, { params }) => {
    const election = await findElection(act, params.id)
    return election ? ok(election) : refuse('not-found')
  },
})

export const getElectionPersons = endpoint({
  method: 'GET',
  path: '/elections/person-options',
  summary: 'People of the register who may be nominated, by name or pinyin',
  allow: 'elections.write',
  query: personSearch,
  run: async (act, { query }) => ok(await personOptions(act, query.q)),
})

export const postElection = endpoint({
  method: 'POST',
  path: '/elections',
  summary: 'Open an election for one or several buildings of a community',
  allow: 'elections.write',
  body: newElection,
  status: 201,
  idempotent: true,
  run: (act, { body }) => openElection(act, body),
})

export const patchElection = endpoint({
  method: 'PATCH',
  path: '/elections/{id}',
  summary: 'Change by what an election is decided, before anybody votes',
  allow: 'elections.write',
  params: electionKey,
  body: electionChanges,
  idempotent: true,
  run: (act, { params, body }) => changeElection(act, params.id, body),
})

export const postElectionNominee = endpoint({
  method: 'POST',
  path: '/elections/{id}/nominees',
  summary: 'Nominate somebody, with who recommends them',
  allow: 'elections.write',
  params: electionKey,
  body: newNominee,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => nominate(act, params.id, body),
})

export const postElectionNomineeWithdrawal = endpoint({
  method: 'POST',
  path: '/elections/{id}/nominees/withdrawal',
  summary: 'Take a nominee out before the vote, with the reason',
  allow: 'elections.write',
  params: electionKey,
  body: nomineeWithdrawal,
  idempotent: true,
  run: (act, { params, body }) => withdrawNominee(act, params.id, body),
})

export const postElectionExport = endpoint({
  method: 'POST',
  path: '/elections/export',
  summary: 'Elections as a workbook; the export is recorded',
  allow: 'registers.export',
  body: electionFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await electionsToExport(act, body)
    await recordAudit(act, {
      action: 'election.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'elections',
        [
          { heading: 'buildingsHeld', width: 30, value: ({ name }) => name },
          { heading: 'community', value: ({ community }) => community.name },
          { heading: 'electionKind', value: ({ kind }, say) => say(`elections.kinds.${kind}`) },
          { heading: 'state', value: ({ state }, say) => say(`elections.states.${state}`) },
          { heading: 'nominees', value: ({ nominees }) => nominees },
          { heading: 'publicTo', value: ({ publicTo }) => publicTo && dayFrom(publicTo) },
          { heading: 'decidedOn', value: ({ decidedOn }) => decidedOn && dayFrom(decidedOn) },
        ],
        rows,
      ),
    )
  },
})
