import type { Tx } from '@/server/db'
import { OPEN_STATES, type State } from '../life/rules'

/** An open request as a neighbour may read of it: what kind, where and since when, not who or in which words. */
export type Similar = {
  id: string
  number: string
  state: State
  building: string | null
  createdAt: Date
}

const SHOWN = 5
const DAYS_BACK = 60

/** Open requests of the same kind in the same building or of the whole compound, the building's own first. */
export async function similarRequests(
  tx: Tx,
  streetId: string,
  {
    compoundId,
    buildingId,
    categoryId,
  }: { compoundId: string; buildingId: string | null; categoryId: string },
  now: Date,
): Promise<Similar[]> {
  const rows = await tx.request.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId,
      compoundId,
      categoryId,
      state: { in: [...OPEN_STATES] },
      createdAt: { gt: new Date(now.getTime() - DAYS_BACK * 86_400_000) },
      OR: [{ buildingId: null }, ...(buildingId ? [{ buildingId }] : [])],
    },
    orderBy: [{ buildingId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
    select: { id: true, number: true, state: true, createdAt: true, building: { select: { name: true } } },
  })
  return rows.map(({ building, ...row }) => ({ ...row, building: building?.name ?? null }))
}
