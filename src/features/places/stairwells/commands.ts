import { randomCode, uuidv7 } from '@/core/identifier'
import type { Tx } from '@/server/db'

/** Opens stairwells, each with a notice board and a code of its own; answers their ids in order. */
export async function openStairwells(
  tx: Tx,
  streetId: string,
  entrances: readonly { buildingId: string; number: number }[],
  now: Date,
): Promise<string[]> {
  const stairwells = entrances.map(({ buildingId, number }) => ({
    streetId,
    id: uuidv7(now),
    buildingId,
    number,
    name: `${number}单元`,
    createdAt: now,
  }))
  await tx.stairwell.createMany({ data: stairwells })
  const boards = stairwells.map(({ id: stairwellId }) => ({
    streetId,
    id: uuidv7(now),
    stairwellId,
    createdAt: now,
  }))
  await tx.noticeBoard.createMany({ data: boards })
  await tx.publicCode.createMany({
    data: boards.map(({ id: boardId }) => ({ streetId, boardId, code: randomCode(12), createdAt: now })),
  })
  return stairwells.map(({ id }) => id)
}
