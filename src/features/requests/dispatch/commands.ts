import { db } from '@/server/db'
import { inTermOn, todayOf } from '@/server/term'
import { MOVABLE } from '../life/queries'
import { moveByClock } from '../steps/commands'
import { candidatesFor, caseOf, rulesOf, type TargetedRule } from './queries'
import { ruleFor, suggestWorkers } from './rules'

/** Gives an accepted request to whom the first fitting rule names; without a rule it waits for a hand. */
export async function dispatchByRule(streetId: string, requestId: string, now: Date): Promise<string | null> {
  const given = await caseOf(db(), streetId, requestId)
  if (!given) return null
  const rule = ruleFor(await rulesOf(db(), streetId), given)
  const workerId = rule && (await targetOf(rule, streetId, given, now))
  if (!rule || !workerId) return null
  const moved = await db().$transaction(async (tx) => {
    const request = await tx.request.findUnique({
      where: { streetId_id: { streetId, id: requestId } },
      select: MOVABLE,
    })
    if (request?.state !== 'accepted') return null
    const step = { move: 'dispatch', workerId, details: { rule: rule.name } } as const
    return moveByClock(tx, request, step, '派单规则', now)
  })
  return moved?.ok ? workerId : null
}

/** The rule's own worker while in service, else the best suited of those who serve. */
async function targetOf(
  { workerId, toZoneCrew }: TargetedRule,
  streetId: string,
  given: NonNullable<Awaited<ReturnType<typeof caseOf>>>,
  now: Date,
): Promise<string | null> {
  if (workerId) {
    const inService = await db().worker.count({
      where: { streetId, id: workerId, ...inTermOn(todayOf(now)) },
    })
    if (inService > 0) return workerId
  }
  if (!toZoneCrew) return null
  const candidates = await candidatesFor(db(), { streetId }, given, now)
  return suggestWorkers(given.skill, candidates)[0]?.id ?? null
}
