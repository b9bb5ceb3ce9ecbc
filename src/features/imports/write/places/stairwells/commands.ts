import { openStairwells } from '@/features/places/stairwells/commands'
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
  const entrances = buildings.flatMap(({ id: buildingId, count = 1 }) =>
    Array.from({ length: Math.min(count, MOST_STAIRWELLS) }, (_, index) => index + 1)
      .filter((number) => !taken.has(`${buildingId}|${number}`))
      .map((number) => ({ buildingId, number })),
  )
  await openStairwells(tx, streetId, entrances, now)
}
