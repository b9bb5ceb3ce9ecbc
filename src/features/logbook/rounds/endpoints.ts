import { dayOf } from '@/core/instants'
import { ok } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { listRounds, monthOf, roundsByCompound, roundsToExport } from './queries'
import { roundsFilter } from './schema'

export const getRounds = endpoint({
  method: 'GET',
  path: '/rounds',
  summary: 'Buildings with the rounds of a month, done against due, a page at a time',
  allow: 'logbook.rounds',
  query: roundsFilter,
  run: async (act, { query }) => ok(await listRounds(act, query)),
})

export const getRoundsByCompound = endpoint({
  method: 'GET',
  path: '/rounds/compounds',
  summary: 'Compounds with how many of their buildings somebody went round in a month',
  allow: 'logbook.rounds',
  query: roundsFilter,
  run: async (act, { query }) => ok({ rows: await roundsByCompound(act, query) }),
})

export const postRoundsExport = endpoint({
  method: 'POST',
  path: '/rounds/export',
  summary: 'The rounds of a month by building, done against due, as a workbook; the export is recorded',
  allow: 'registers.export',
  body: roundsFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await roundsToExport(act, body)
    const month = monthOf(body, act.now)
    await recordAudit(act, {
      action: 'rounds.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { month: { to: month }, rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'rounds',
        [
          { heading: 'month', value: () => month },
          { heading: 'community', value: ({ compound }) => compound.community.name },
          { heading: 'compound', value: ({ compound }) => compound.name },
          { heading: 'building', value: ({ name }) => name },
          { heading: 'captain', value: ({ captain }) => captain?.name ?? '' },
          { heading: 'hygieneDone', value: ({ hygiene }) => hygiene.done },
          { heading: 'hygieneDue', value: ({ hygiene }) => hygiene.due },
          { heading: 'safetyDone', value: ({ safety }) => safety.done },
          { heading: 'safetyDue', value: ({ safety }) => safety.due },
          { heading: 'visits', value: ({ visits }) => visits },
          { heading: 'badFinds', value: ({ bad }) => bad },
          { heading: 'photos', value: ({ photos }) => photos },
          { heading: 'lastRound', width: 18, value: ({ lastAt }) => lastAt && dayOf(lastAt) },
        ],
        rows,
      ),
    )
  },
})
