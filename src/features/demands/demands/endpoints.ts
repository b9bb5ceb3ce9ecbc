import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { addDemand, changeDemand, mergeDemand, moveDemand, separateDemand, splitDemand } from './commands'
import { demandsFound, demandsToExport, findDemand, listDemands } from './queries'
import {
  demandChanges,
  demandFilter,
  demandKey,
  demandMerge,
  demandSearch,
  demandSplit,
  demandState,
  demandVersion,
  newDemand,
} from './schema'

export const getDemands = endpoint({
  method: 'GET',
  path: '/demands',
  summary: 'Demands, the most pressing first, a page at a time',
  allow: 'demands.read',
  query: demandFilter,
  run: async (act, { query }) => ok(await listDemands(act, query)),
})

export const getDemandsFound = endpoint({
  method: 'GET',
  path: '/demands/search',
  summary: 'Demands that are found by typing',
  allow: 'demands.read',
  query: demandSearch,
  run: async (act, { query }) =>
    ok({ groups: [{ label: '', items: await demandsFound(act, query.q, 'demands.read', query.except) }] }),
})

export const getDemand = endpoint({
  method: 'GET',
  path: '/demands/{id}',
  summary: 'One demand with its evidence by compound and kind',
  allow: 'demands.read',
  params: demandKey,
  run: async (act, { params }) => {
    const demand = await findDemand(act, params.id)
    return demand ? ok(demand) : refuse('not-found')
  },
})

export const postDemand = endpoint({
  method: 'POST',
  path: '/demands',
  summary: 'Write down a demand with the first piece of its evidence',
  allow: 'demands.write',
  body: newDemand,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addDemand(act, body),
})

export const patchDemand = endpoint({
  method: 'PATCH',
  path: '/demands/{id}',
  summary: 'Change a demand, as of the version that was read',
  allow: 'demands.write',
  params: demandKey,
  body: demandChanges,
  idempotent: true,
  run: (act, { params, body }) => changeDemand(act, params.id, body),
})

export const postDemandState = endpoint({
  method: 'POST',
  path: '/demands/{id}/state',
  summary: 'Say how far a demand has come',
  allow: 'demands.write',
  params: demandKey,
  body: demandState,
  idempotent: true,
  run: (act, { params, body }) => moveDemand(act, params.id, body),
})

export const postDemandMerge = endpoint({
  method: 'POST',
  path: '/demands/{id}/merge',
  summary: 'Let a demand go up in another, with all of its evidence',
  allow: 'demands.write',
  params: demandKey,
  body: demandMerge,
  idempotent: true,
  run: (act, { params, body }) => mergeDemand(act, params.id, body),
})

export const postDemandSeparation = endpoint({
  method: 'POST',
  path: '/demands/{id}/separation',
  summary: 'Take a merged demand out again, with the evidence that was its own',
  allow: 'demands.write',
  params: demandKey,
  body: demandVersion,
  idempotent: true,
  run: (act, { params, body }) => separateDemand(act, params.id, body.version),
})

export const postDemandSplit = endpoint({
  method: 'POST',
  path: '/demands/{id}/split',
  summary: 'Make a second demand of a part of the evidence',
  allow: 'demands.write',
  params: demandKey,
  body: demandSplit,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => splitDemand(act, params.id, body),
})

export const postDemandExport = endpoint({
  method: 'POST',
  path: '/demands/export',
  summary: 'Demands as a workbook; the export is recorded',
  allow: 'registers.export',
  body: demandFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await demandsToExport(act, body)
    await recordAudit(act, {
      action: 'demand.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'demands',
        [
          { heading: 'demand', width: 20, value: ({ title }) => title },
          { heading: 'demandCategory', value: ({ category }, say) => say(`demands.categories.${category}`) },
          { heading: 'demandState', value: ({ state }, say) => say(`demands.states.${state}`) },
          { heading: 'priority', value: ({ priority }) => priority },
          { heading: 'households', value: ({ households }) => households },
          { heading: 'compoundsAsking', value: ({ compounds }) => compounds },
          { heading: 'sinceOn', value: ({ sinceOn }) => (sinceOn ? dayFrom(sinceOn) : null) },
          { heading: 'owner', value: ({ owner }) => owner },
        ],
        rows,
      ),
    )
  },
})
