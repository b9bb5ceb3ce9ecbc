import { randomCode, uuidv7 } from '@/core/identifier'
import type { Writing } from '../../ground'

const MOST_STAIRWELLS = 30

/**
 * Gives buildings the stairwells that they lack, each with a notice board and a code. A register that counts fewer takes
 * none away: sheets hang there, and who knows which of them is gone ends it by hand.
 */
export async function writeStairwells(
  { tx, streetId, now }: Writing,
  buildings: readonly { id: string; count: number | undefined }[],
): Promise<void> {
  const there = await tx.stairwell.findMany({
    where: { streetId, buildingId: { in: buildings.map(({ id }) => id) } },
    select: { buildingId: true, number: true },
  })
  const taken = new Set(there.map(({ buildingId, number }) => `${buildingId}|${number}`))
  const stairwells = buildings.flatMap(({ id: buildingId, count = 1 }) =>
    Array.from({ length: Math.min(count, MOST_STAIRWELLS) }, (_, index) => index + 1)
      .filter((number) => !taken.has(`${buildingId}|${number}`))
      .map((number) => ({ streetId, id: uuidv7(now), buildingId, number, name: `${number}单元` })),
  )
  await tx.stairwell.createMany({ data: stairwells })
  const boards = stairwells.map(({ id: stairwellId }) => ({ streetId, id: uuidv7(now), stairwellId }))
  await tx.noticeBoard.createMany({ data: boards })
  await tx.publicCode.createMany({
    data: boards.map(({ id: boardId }) => ({ streetId, boardId, code: randomCode(12) })),
  })
}
