import { maskPhone } from '@/core/phone'
import { gridsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { inTermOn, todayOf } from '@/server/term'
import { gridsToStaff, membersWithin } from './policy'
import type { MemberFilter } from './schema'

const BY_NAME = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]

const ROW = {
  id: true,
  post: true,
  startsOn: true,
  endsOn: true,
  endReason: true,
  sortKey: true,
  version: true,
  person: { select: { id: true, name: true, phone: true } },
  grid: { select: { id: true, name: true, code: true, community: { select: { id: true, name: true } } } },
} satisfies Prisma.GridMemberSelect

type Read = Prisma.GridMemberGetPayload<{ select: typeof ROW }>
type MemberState = 'now' | 'upcoming' | 'ended'

/** An appointment as the office sees it: the number masked. */
export type MemberRow = Omit<Read, 'person'> & {
  person: { id: string; name: string; maskedPhone: string | null }
  state: MemberState
}

const stateOn = (today: Date, { startsOn, endsOn }: Pick<Read, 'startsOn' | 'endsOn'>): MemberState =>
  startsOn > today ? 'upcoming' : endsOn !== null && endsOn < today ? 'ended' : 'now'

const rowOf =
  (today: Date) =>
  ({ person: { phone, ...person }, ...row }: Read): MemberRow => ({
    ...row,
    person: { ...person, maskedPhone: phone ? maskPhone(phone) : null },
    state: stateOn(today, row),
  })

function whereOf(act: Act, filter: MemberFilter, permission: Permission): Prisma.GridMemberWhereInput {
  const today = todayOf(act.now)
  const states = {
    now: inTermOn(today),
    upcoming: { startsOn: { gt: today } },
    ended: { endsOn: { lt: today } },
    all: {},
  } satisfies Record<MemberFilter['state'], Prisma.GridMemberWhereInput>
  return {
    AND: [
      membersWithin(act.principal, permission),
      filter.q ? { OR: [searching(filter.q), { person: searching(filter.q) }] } : {},
      states[filter.state],
      filter.community ? { grid: { communityId: filter.community } } : {},
      filter.grid ? { gridId: filter.grid } : {},
      filter.post ? { post: filter.post } : {},
      filter.phone ? { person: { phone: null } } : {},
    ],
  }
}

/** A page of the grid members in the reader's scope. */
export async function listMembers(act: Act, filter: MemberFilter): Promise<Page<MemberRow>> {
  const column = filter.sort === 'name' ? 'sortKey' : 'startsOn'
  const where = whereOf(act, filter, 'grids.read')
  const cursor = cursorFor(filter.cursor, column === 'sortKey' ? 'text' : 'day')
  const place = keyset(column, filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.gridMember.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.gridMember.count({ where }),
  ])
  const rows = found.map(rowOf(todayOf(act.now)))
  return pageOf(rows, filter.size, cursor, total, (row) =>
    column === 'sortKey' ? row.sortKey : row.startsOn.toISOString(),
  )
}

export async function membersToExport(act: Act, filter: MemberFilter): Promise<MemberRow[]> {
  const found = await act.tx.gridMember.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'registers.export'),
    orderBy: BY_NAME,
    take: 50_000,
    select: ROW,
  })
  return found.map(rowOf(todayOf(act.now)))
}

/** An appointment in the caller's scope, or null when there is none, or none for this caller. */
export async function findMember(
  act: Act,
  id: string,
  permission: Permission = 'grids.read',
): Promise<MemberRow | null> {
  const found = await act.tx.gridMember.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, membersWithin(act.principal, permission)] },
    select: ROW,
  })
  return found && rowOf(todayOf(act.now))(found)
}

/** The same person's other appointments that the reader may see, the latest first. */
export async function otherTermsOf(act: Act, { id, person }: MemberRow): Promise<MemberRow[]> {
  const found = await act.tx.gridMember.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ personId: person.id, id: { not: id } }, membersWithin(act.principal, 'grids.read')] },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    take: 50,
    select: ROW,
  })
  return found.map(rowOf(todayOf(act.now)))
}

/** The grids in use that a filter offers: those in the reader's scope, by name. */
export async function gridOptions(act: Act): Promise<{ value: string; label: string }[]> {
  const grids = await act.tx.grid.findMany({
    where: { AND: [gridsWithin(act.principal, 'grids.read'), { endedAt: null }] },
    orderBy: BY_NAME,
    take: 500,
    select: { id: true, name: true },
  })
  return grids.map(({ id, name }) => ({ value: id, label: name }))
}

type Options = { groups: { label: string; items: { id: string; label: string; detail: string }[] }[] }

/** The grids in use to which the writer appoints members, by community, each with who serves there. */
export async function gridChoices(act: Act, typed: string | undefined): Promise<Options> {
  if (!typed) return { groups: [] }
  const grids = await act.tx.grid.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [gridsToStaff(act.principal), { endedAt: null }, searching(typed)] },
    orderBy: BY_NAME,
    take: 40,
    select: {
      id: true,
      name: true,
      community: { select: { name: true } },
      members: {
        where: inTermOn(todayOf(act.now)),
        orderBy: BY_NAME,
        select: { person: { select: { name: true } } },
      },
    },
  })
  const groups = new Map<string, { id: string; label: string; detail: string }[]>()
  for (const { id, name, community, members } of grids) {
    const item = { id, label: name, detail: members.map(({ person }) => person.name).join('、') }
    groups.set(community.name, [...(groups.get(community.name) ?? []), item])
  }
  return { groups: [...groups].map(([label, items]) => ({ label, items })) }
}
