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
  run: async (act, { body }) => {
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
        '楼栋长花名册',
        [
          { heading: '姓名', value: ({ person }) => person.name },
          { heading: '联系电话', width: 16, value: ({ person }) => person.maskedPhone },
          {
            heading: '所属社区',
            value: (row) => together(compounds(row).map((compound) => compound.community.name)),
          },
          { heading: '小区', width: 20, value: (row) => together(compounds(row).map(({ name }) => name)) },
          {
            heading: '负责楼栋',
            width: 30,
            value: ({ buildings }) => together(buildings.map(({ building }) => siteName(building))),
          },
          { heading: '职责', width: 30, value: ({ duties }) => duties.join('、') },
          { heading: '门牌', value: ({ doorPlaque }) => (doorPlaque ? '是' : '') },
          { heading: '任职日期', value: ({ startsOn }) => dayFrom(startsOn) },
          { heading: '离任日期', value: ({ endsOn }) => endsOn && dayFrom(endsOn) },
          { heading: '公开电话', value: ({ person }) => (person.consent ? '同意' : '') },
        ],
        rows,
      ),
    )
  },
})
