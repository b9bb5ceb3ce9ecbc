import { dayOf, formatTime } from '@/core/instants'
import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { settlePromise, writeVisit } from './commands'
import { findVisit, listPromises, listVisits, ownVisits, placeOf, visitsToExport } from './queries'
import { newVisit, promiseFilter, settlement, visitFilter, visitKey } from './schema'

export const postHouseholdVisit = endpoint({
  method: 'POST',
  path: '/household-visits',
  summary: 'Write down a visit, also one that a phone kept until now',
  allow: 'visits.write',
  body: newVisit,
  status: 201,
  idempotent: true,
  limit: perPrincipal('visit', 1_000, 600),
  run: (act, { body }) => writeVisit(act, body),
})

export const getHouseholdVisits = endpoint({
  method: 'GET',
  path: '/household-visits',
  summary: 'Visits, the latest first, a page at a time',
  allow: 'visits.read',
  query: visitFilter,
  run: async (act, { query }) => ok(await listVisits(act, query)),
})

export const getHouseholdVisit = endpoint({
  method: 'GET',
  path: '/household-visits/{id}',
  summary: 'One visit with what was promised',
  allow: 'visits.read',
  params: visitKey,
  run: async (act, { params }) => {
    const visit = await findVisit(act, params.id)
    return visit ? ok(visit) : refuse('not-found')
  },
})

export const getVisitPromises = endpoint({
  method: 'GET',
  path: '/visit-promises',
  summary: 'What was promised at visits, the longest due first',
  allow: 'visits.read',
  query: promiseFilter,
  run: async (act, { query }) => ok(await listPromises(act, query)),
})

export const postPromiseSettlement = endpoint({
  method: 'POST',
  path: '/visit-promises/{id}/settlement',
  summary: 'Say whether a promise was kept',
  allow: 'visits.write',
  params: visitKey,
  body: settlement,
  idempotent: true,
  run: (act, { params, body }) => settlePromise(act, params.id, body),
})

export const getOwnVisits = endpoint({
  method: 'GET',
  path: '/own-visits',
  summary: 'What a phone needs to write visits without a network',
  allow: 'visits.write',
  run: async (act) => ok(await ownVisits(act)),
})

export const postVisitExport = endpoint({
  method: 'POST',
  path: '/household-visits/export',
  summary: 'Visits as a workbook; the export is recorded',
  allow: 'registers.export',
  body: visitFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await visitsToExport(act, body)
    await recordAudit(act, {
      action: 'household-visit.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'householdVisits',
        [
          {
            heading: 'happenedAt',
            width: 18,
            value: ({ happenedAt }) => `${dayOf(happenedAt)} ${formatTime(happenedAt)}`,
          },
          { heading: 'place', width: 28, value: (row) => placeOf(row) },
          { heading: 'visitor', value: ({ visitor }) => visitor },
          {
            heading: 'topics',
            width: 24,
            value: ({ topics }, say) => topics.map((topic) => say(`demands.categories.${topic}`)).join('、'),
          },
          { heading: 'words', width: 40, value: ({ words }) => words },
          {
            heading: 'promises',
            width: 40,
            value: ({ promises }, say) =>
              promises
                .map(
                  ({ words, dueOn, state }) =>
                    `${words} (${dayFrom(dueOn)}, ${say(`household-visits.promiseStates.${state}`)})`,
                )
                .join('；'),
          },
        ],
        rows,
      ),
    )
  },
})
