import { dayOf, startOf } from '@/core/instants'
import type { Act } from '@/server/act'
import type { Permission } from '@/server/permissions'
import { opinionsWithin } from '../policy'
import { monthsBefore } from '../rules'
import { boundsOf, type Figures, type FiguresRow, figuresBy, totalOf } from './rules'
import type { FiguresFilter } from './schema'

const MOST_COUNTED = 200_000

/** The months that a filter means. */
export const monthsOf = ({ from, to }: FiguresFilter, now: Date): { from: string; to: string } => ({
  from: from ?? dayOf(monthsBefore(now, 11)).slice(0, 7),
  to: to ?? dayOf(now).slice(0, 7),
})

/** How many opinions came in the reader's scope by community and month, how many were answered, and how many of them in time. */
export async function opinionFigures(
  act: Act,
  filter: FiguresFilter,
  permission: Permission = 'opinions.count',
): Promise<FiguresRow[]> {
  const { from, to } = monthsOf(filter, act.now)
  const { since, before } = boundsOf(from, to)
  const found = await act.tx.opinion.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        opinionsWithin(act.principal, permission),
        { state: { not: 'spam' }, hour: { gte: startOf(since), lt: startOf(before) } },
        filter.community ? { building: { compound: { communityId: filter.community } } } : {},
      ],
    },
    orderBy: [{ building: { compound: { community: { sortKey: 'asc' } } } }, { id: 'asc' }],
    take: MOST_COUNTED,
    select: {
      hour: true,
      answeredHour: true,
      building: { select: { compound: { select: { community: { select: { id: true, name: true } } } } } },
    },
  })
  return figuresBy(
    found.map(({ building, ...rest }) => ({ ...rest, community: building.compound.community })),
    act.now,
  )
}

/** The same as one, for what the reader of the list may read. */
export const opinionTotals = async (act: Act): Promise<Figures> =>
  totalOf(await opinionFigures(act, {}, 'opinions.read'))
