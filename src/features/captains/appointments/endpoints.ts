import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { siteName } from '../buildings/queries'
import { appointCaptain, changeCaptain, endCaptain } from './commands'
import { captainsToExport, findCaptain, listCaptains } from './queries'
import { captainChanges, captainEnd, captainFilter, captainKey, newCaptain } from './schema'

export const getCaptains = endpoint({
  method: 'GET',
  path: '/captains',
  summary: 'Appointments of building captains, a page at a time',
  allow: 'captains.read',
  query: captainFilter,
  run: async (act, { query }) => ok(await listCaptains(act, query)),
})

export const getCaptain = endpoint({
  method: 'GET',
  path: '/captains/{id}',
  summary: 'One appointment with its buildings and their terms',
  allow: 'captains.read',
  params: captainKey,
  run: async (act, { params }) => {
    const captain = await findCaptain(act, params.id)
    return captain ? ok(captain) : refuse('not-found')
  },
})

export const postCaptain = endpoint({
  method: 'POST',
  path: '/captains',
  summary: 'Appoint a captain for one or more buildings',
  allow: 'captains.write',
  body: newCaptain,
  status: 201,
  idempotent: true,
  run: (act, { body }) => appointCaptain(act, body),
})

export const patchCaptain = endpoint({
  method: 'PATCH',
  path: '/captains/{id}',
  summary: 'Change an appointment, as of the version that was read',
  allow: 'captains.write',
  params: captainKey,
  body: captainChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCaptain(act, params.id, body),
})

export const postCaptainEnd = endpoint({
  method: 'POST',
  path: '/captains/{id}/end',
  summary: 'End an appointment on a day, for a reason',
  allow: 'captains.write',
  params: captainKey,
  body: captainEnd,
  idempotent: true,
  run: (act, { params, body }) => endCaptain(act, params.id, body),
})

const together = (parts: readonly string[]): string => [...new Set(parts)].join('、')

export const postCaptainExport = endpoint({
  method: 'POST',
  path: '/captains/export',
  summary: 'Captains as a workbook; the export is recorded',
  allow: 'registers.export',
  body: captainFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await captainsToExport(act, body)
    await recordAudit(act, {
      action: 'captain.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    const compounds = ({ buildings }: (typeof rows)[number]) =>
      buildings.map(({ building }) => building.compound)
    return ok(
      await workbookOf(
        locale,
        'captains',
        [
          { heading: 'personName', value: ({ person }) => person.name },
          { heading: 'phone', width: 16, value: ({ person }) => person.maskedPhone },
          {
            heading: 'community',
            value: (row) => together(compounds(row).map((compound) => compound.community.name)),
          },
          {
            heading: 'compound',
            width: 20,
            value: (row) => together(compounds(row).map(({ name }) => name)),
          },
          {
            heading: 'buildingsHeld',
            width: 30,
            value: ({ buildings }) => together(buildings.map(({ building }) => siteName(building))),
          },
          { heading: 'duties', width: 30, value: ({ duties }) => duties.join('、') },
          { heading: 'doorPlaque', value: ({ doorPlaque }, say) => (doorPlaque ? say('workbooks.yes') : '') },
          { heading: 'termStarts', value: ({ startsOn }) => dayFrom(startsOn) },
          { heading: 'termEnds', value: ({ endsOn }) => endsOn && dayFrom(endsOn) },
          {
            heading: 'numberPublic',
            value: ({ person }, say) => (person.consent ? say('workbooks.consented') : ''),
          },
        ],
        rows,
      ),
    )
  },
})
