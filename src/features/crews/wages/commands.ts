import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf, dayFrom } from '@/server/term'
import { workersWithin } from '../policy'
import type { NewWage } from './schema'

const isWithin = async ({ tx, principal }: Act, id: string): Promise<boolean> =>
  (await tx.worker.count({ where: { AND: [{ id }, workersWithin(principal, 'workers.wages')] } })) > 0

/** A worker's wages, newest first, for a reason that is kept; each look is on record. */
export async function lookAtWages(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<{ wages: { startsOn: string; monthlyFen: number }[] }, 'not-found'>> {
  const { tx, principal } = act
  if (!(await isWithin(act, id))) return refuse('not-found')
  const wages = await tx.workerWage.findMany({
    where: { streetId: principal.streetId, workerId: id },
    orderBy: { startsOn: 'desc' },
    select: { startsOn: true, monthlyFen: true },
  })
  await recordAudit(act, { action: 'worker.wages', subject: { kind: 'worker', id }, reason })
  return ok({
    wages: wages.map(({ startsOn, monthlyFen }) => ({ startsOn: dayFrom(startsOn), monthlyFen })),
  })
}

/** Sets a wage from a day on; the audit tells that and since when, never how much. */
export async function addWage(
  act: Act,
  id: string,
  { startsOn, monthlyYuan }: NewWage,
): Promise<Result<{ id: string }, 'not-found' | 'already-exists'>> {
  const { tx, principal } = act
  const { streetId } = principal
  if (!(await isWithin(act, id))) return refuse('not-found')
  const key = { streetId, workerId: id, startsOn: dateOf(startsOn) }
  const same = await tx.workerWage.findFirst({ where: key, select: { workerId: true } })
  if (same) return refuse('already-exists', { startsOn: 'already-exists' })
  await tx.workerWage.create({
    data: { ...key, monthlyFen: Math.round(monthlyYuan * 100) },
    select: { workerId: true },
  })
  await recordAudit(act, {
    action: 'worker.wage',
    subject: { kind: 'worker', id },
    changes: { wageStartsOn: { to: startsOn } },
  })
  return ok({ id })
}
