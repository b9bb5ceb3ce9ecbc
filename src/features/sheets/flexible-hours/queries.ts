import { communitiesWithin } from '@/features/places/policy'
import type { ServiceHours } from '@/features/providers/hours/rules'
import { parseHours } from '@/features/providers/hours/written/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { flexibleHoursFor, mayWriteHours } from './policy'
import type { FlexibleHoursFilter } from './schema'

const ROW = {
  id: true,
  title: true,
  hoursText: true,
  place: true,
  phone: true,
  position: true,
  version: true,
  endedAt: true,
  communityId: true,
  community: { select: { id: true, name: true } },
} satisfies Prisma.FlexibleHoursSelect

type Read = Prisma.FlexibleHoursGetPayload<{ select: typeof ROW }>

/** A row of the table with its hours as they are understood, or null where nobody could tell. */
export type FlexibleHoursRow = Read & { understood: ServiceHours | null; writable: boolean }

const rowOf = (act: Act, row: Read): FlexibleHoursRow => ({
  ...row,
  understood: parseHours(row.hoursText),
  writable: mayWriteHours(act.principal, row.communityId),
})

/** More rows than any street's table has; it hangs on walls and is read whole, so it is not cut into pages. */
const MOST_ROWS = 2_000

const containing = (typed: string): Prisma.FlexibleHoursWhereInput => {
  const contains = { contains: typed, mode: 'insensitive' as const }
  return {
    OR: [
      { title: contains },
      { place: contains },
      { hoursText: contains },
      { community: { is: { name: contains } } },
    ],
  }
}

/** The flexible-hours table within the reader's scope, the whole street's rows first, each community in its own order. */
export async function listFlexibleHours(act: Act, filter: FlexibleHoursFilter): Promise<FlexibleHoursRow[]> {
  const { community } = filter
  const found = await act.tx.flexibleHours.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        flexibleHoursFor(act.principal, 'sheets.read'),
        filter.q ? containing(filter.q) : {},
        community ? { communityId: community === 'street' ? null : community } : {},
        { endedAt: filter.ended ? { not: null } : null },
      ],
    },
    orderBy: [{ community: { sortKey: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
    take: MOST_ROWS,
    select: ROW,
  })
  const rows = found.map((row) => rowOf(act, row))
  const ordered = [
    ...rows.filter((row) => row.communityId === null),
    ...rows.filter((row) => row.communityId !== null),
  ]
  return filter.hours ? ordered.filter(({ understood }) => understood === null) : ordered
}

/** A row that the caller may see, or null. */
export async function findFlexibleHours(act: Act, id: string): Promise<FlexibleHoursRow | null> {
  const found = await act.tx.flexibleHours.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, flexibleHoursFor(act.principal, 'sheets.read')] },
    select: ROW,
  })
  return found && rowOf(act, found)
}

/** The communities' office hours of which nobody could tell when they are, as the register has them. */
export async function unclearOfficeHours(
  act: Act,
): Promise<{ id: string; name: string; officeHours: string }[]> {
  const communities = await act.tx.community.findMany({
    where: {
      AND: [communitiesWithin(act.principal, 'sheets.read'), { endedAt: null, officeHours: { not: null } }],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: MOST_ROWS,
    select: { id: true, name: true, officeHours: true },
  })
  return communities.flatMap(({ officeHours, ...community }) =>
    officeHours && !parseHours(officeHours) ? [{ ...community, officeHours }] : [],
  )
}
