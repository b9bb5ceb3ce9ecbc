import { type OutageShown, outagesAt } from '@/features/requests/outages/queries'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'

/** What is out or will be out where a board hangs. */
export async function outagesOfBoard(
  tx: Tx,
  streetId: string,
  where: Prisma.NoticeBoardWhereInput,
  now: Date,
): Promise<OutageShown[]> {
  const board = await tx.noticeBoard.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ streetId }, where] },
    select: {
      stairwell: {
        select: {
          id: true,
          building: {
            select: { id: true, compound: { select: { id: true, communityId: true } } },
          },
        },
      },
    },
  })
  if (!board) return []
  const { id: stairwellId, building } = board.stairwell
  const { id: compoundId, communityId } = building.compound
  return outagesAt(tx, streetId, { communityId, compoundId, buildingId: building.id, stairwellId }, now)
}
