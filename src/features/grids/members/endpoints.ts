import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { appointMember, changeMember, endMember } from './commands'
import { findMember, gridChoices, listMembers, membersToExport } from './queries'
import { gridSearch, memberChanges, memberEnd, memberFilter, memberKey, newMember } from './schema'

export const getGridMembers = endpoint({
  method: 'GET',
  path: '/grid-members',
  summary: 'Appointments of grid members, a page at a time',
  allow: 'grids.read',
  query: memberFilter,
  run: async (act, { query }) => ok(await listMembers(act, query)),
})

export const getGridMember = endpoint({
  method: 'GET',
  path: '/grid-members/{id}',
  summary: 'One appointment of a grid member',
  allow: 'grids.read',
  params: memberKey,
  run: async (act, { params }) => {
    const member = await findMember(act, params.id)
    return member ? ok(member) : refuse('not-found')
  },
})

export const postGridMember = endpoint({
  method: 'POST',
  path: '/grid-members',
  summary: 'Appoint a grid member',
  allow: 'grids.write',
  body: newMember,
  status: 201,
  idempotent: true,
  run: (act, { body }) => appointMember(act, body),
})

export const patchGridMember = endpoint({
  method: 'PATCH',
  path: '/grid-members/{id}',
  summary: 'Change an appointment, as of the version that was read',
  allow: 'grids.write',
  params: memberKey,
  body: memberChanges,
  idempotent: true,
  run: (act, { params, body }) => changeMember(act, params.id, body),
})

export const postGridMemberEnd = endpoint({
  method: 'POST',
  path: '/grid-members/{id}/end',
  summary: 'End an appointment on a day, for a reason',
  allow: 'grids.write',
  params: memberKey,
  body: memberEnd,
  idempotent: true,
  run: (act, { params, body }) => endMember(act, params.id, body),
})

export const getGridOptions = endpoint({
  method: 'GET',
  path: '/grid-members/grid-options',
  summary: 'Grids to which the caller appoints members, found by name, pinyin or code',
  allow: 'grids.write',
  query: gridSearch,
  run: async (act, { query }) => ok(await gridChoices(act, query.q)),
})

export const postGridMemberExport = endpoint({
  method: 'POST',
  path: '/grid-members/export',
  summary: 'Grid members as a workbook; the export is recorded',
  allow: 'registers.export',
  body: memberFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await membersToExport(act, body)
    await recordAudit(act, {
      action: 'grid-member.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'gridMembers',
        [
          { heading: 'personName', value: ({ person }) => person.name },
          { heading: 'phone', width: 16, value: ({ person }) => person.maskedPhone },
          { heading: 'community', value: ({ grid }) => grid.community.name },
          { heading: 'gridCode', value: ({ grid }) => grid.code },
          { heading: 'gridName', width: 20, value: ({ grid }) => grid.name },
          { heading: 'engagement', value: ({ post }, say) => say(`grid-members.values.post.${post}`) },
          { heading: 'termStarts', value: ({ startsOn }) => dayFrom(startsOn) },
          { heading: 'termEnds', value: ({ endsOn }) => endsOn && dayFrom(endsOn) },
        ],
        rows,
      ),
    )
  },
})
