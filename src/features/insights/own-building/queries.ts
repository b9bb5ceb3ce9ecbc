import { addDays, dayOf, startOf } from '@/core/instants'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'

const DAYS = 30
const ENDED = ['closed', 'refused', 'withdrawn', 'merged'] as const
const MOST_REPORTS = 6

/** What a captain's building stands at: requests that are open or late, and what was done within 30 days. */
export type BuildingNumbers = { open: number; late: number; solved: number; rounds: number }

/** A building's numbers for its captain; null where it is not the caller's. */
export async function buildingNumbers(act: Act, buildingId: string): Promise<BuildingNumbers | null> {
  const { tx, principal, now } = act
  const where = { AND: [{ id: buildingId }, buildingsWithin(principal, 'requests.verify')] }
  if ((await tx.building.count({ where })) === 0) return null
  const { streetId } = principal
  const since = startOf(addDays(dayOf(now), -DAYS))
  const running = { streetId, buildingId, state: { notIn: [...ENDED] } }
  const [open, late, solved, rounds] = await Promise.all([
    tx.request.count({ where: running }),
    tx.request.count({ where: { ...running, wasLate: true } }),
    tx.request.count({ where: { streetId, buildingId, state: 'closed', closedAt: { gte: since } } }),
    tx.logEntry.count({
      where: {
        streetId,
        buildingId,
        state: 'counted',
        kind: { in: ['hygiene', 'safety'] },
        happenedAt: { gte: since },
      },
    }),
  ])
  return { open, late, solved, rounds }
}

/** What became of what the caller reported, by hand or from a round, the latest first. */
export const ownReports = ({ tx, principal }: Act) =>
  tx.request.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      OR: [{ reporterAccountId: principal.accountId }, { writtenBy: principal.accountId }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_REPORTS,
    select: {
      id: true,
      number: true,
      state: true,
      createdAt: true,
      category: { select: { name: true, nameEn: true } },
      building: { select: { name: true } },
      events: {
        where: { isPublic: true, words: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { words: true },
      },
    },
  })

export type OwnReport = Awaited<ReturnType<typeof ownReports>>[number]
