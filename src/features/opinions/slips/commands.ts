import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { boxesWithin } from '../boxes/policy'
import { levelOf } from '../rules'
import type { NewSlip } from './schema'

/**
 * Types in a slip of a round: the box's building, the hour of emptying, and nothing of who typed it when. What holds the typing to the
 * truth is the round, in which two people counted the slips: more than they counted cannot be typed in.
 */
export async function typeInSlip(
  { tx, principal }: Act,
  { id, roundId, buildingId, ...opinion }: NewSlip,
): Promise<Result<{ left: number }, 'unknown-reference' | 'all-typed'>> {
  const { streetId } = principal
  const round = await tx.opinionBoxRound.findFirst({
    where: { id: roundId, box: boxesWithin(principal, 'opinions.handle') },
    select: {
      boxId: true,
      emptiedHour: true,
      slips: true,
      box: { select: { buildingId: true, serves: true, building: { select: { compoundId: true } } } },
    },
  })
  if (!round) return refuse('unknown-reference', { roundId: 'unknown-reference' })
  const { box } = round
  const place = buildingId ?? box.buildingId
  if (place !== box.buildingId) {
    const within = { streetId, id: place, compoundId: box.building.compoundId }
    if (box.serves !== 'compound' || (await tx.building.count({ where: within })) === 0)
      return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  }
  // Two who type in slips of one box wait for each other, so that neither passes the count.
  await tx.$queryRaw`SELECT id FROM opinion_box WHERE street_id = ${streetId}::uuid AND id = ${round.boxId}::uuid FOR UPDATE`
  const typed = await tx.opinion.findMany({ where: { streetId, roundId }, select: { id: true } })
  if (typed.some((one) => one.id === id)) return ok({ left: round.slips - typed.length })
  if (typed.length >= round.slips) return refuse('all-typed', { roundId: 'all-typed' })
  const kept = await tx.opinion.createMany({
    data: {
      streetId,
      id,
      buildingId: place,
      roundId,
      ...opinion,
      source: 'box',
      level: levelOf(opinion.about),
      hour: round.emptiedHour,
    },
    skipDuplicates: true,
  })
  if (kept.count === 0) return refuse('unknown-reference', { roundId: 'unknown-reference' })
  return ok({ left: round.slips - typed.length - 1 })
}
