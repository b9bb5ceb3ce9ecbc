import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { operatorsWithin } from '../policy'

async function isTaken({ tx, principal }: Act, name: string, exceptId?: string): Promise<boolean> {
  const same = await tx.operator.findFirst({
    where: { streetId: principal.streetId, name, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  })
  return same !== null
}

export async function addOperator(act: Act, name: string): Promise<Result<{ id: string }, 'already-exists'>> {
  const { tx, principal, now } = act
  if (await isTaken(act, name)) return refuse('already-exists', { name: 'already-exists' })
  const id = uuidv7(now)
  await tx.operator.create({
    data: { streetId: principal.streetId, id, name, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'operator.add',
    subject: { kind: 'operator', id },
    changes: changesBetween({}, { name }),
  })
  return ok({ id })
}

/** Gives an operator another name; the former one stands in for a version, as the name is all there is. */
export async function renameOperator(
  act: Act,
  id: string,
  { name, formerName }: { name: string; formerName: string },
): Promise<Result<{ id: string }, 'not-found' | 'already-exists' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await tx.operator.findFirst({
    where: { AND: [{ id }, operatorsWithin(principal, 'workers.write')] },
    select: { name: true },
  })
  if (!before) return refuse('not-found')
  if (await isTaken(act, name, id)) return refuse('already-exists', { name: 'already-exists' })
  const written = await tx.operator.updateMany({
    where: { streetId: principal.streetId, id, name: formerName },
    data: { name },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'operator.rename',
    subject: { kind: 'operator', id },
    changes: changesBetween({ name: formerName }, { name }),
  })
  return ok({ id })
}
