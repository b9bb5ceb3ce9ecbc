import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { changePhone, correctName, personFor } from '@/features/people/persons/commands'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf, dayFrom } from '@/server/term'
import { operatorsWithin } from '../policy'
import { findWorker } from './queries'
import type { NewWorker, WorkerChanges, WorkerEnd } from './schema'

const found = (name: string, employeeNumber: string, phone: string | null) => ({
  sortKey: sortKey(name),
  search: searchText(name, employeeNumber, phone?.slice(-4)),
})

/** The name of the operator, when a worker may be placed with it. */
async function operatorFor({ tx, principal }: Act, id: string): Promise<string | null> {
  const operator = await tx.operator.findFirst({
    where: { AND: [{ id }, operatorsWithin(principal, 'workers.write')] },
    select: { name: true },
  })
  return operator?.name ?? null
}

async function isTaken(
  { tx, principal }: Act,
  { operatorId, employeeNumber }: { operatorId: string; employeeNumber: string },
  exceptId?: string,
): Promise<boolean> {
  const same = await tx.worker.findFirst({
    where: {
      streetId: principal.streetId,
      operatorId,
      employeeNumber,
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
    select: { id: true },
  })
  return same !== null
}

type Refused = 'unknown-reference' | 'already-exists' | 'overlapping-term'

export async function addWorker(
  act: Act,
  { name, phone, startsOn, ...worker }: NewWorker,
): Promise<Result<{ id: string }, Refused>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const operator = await operatorFor(act, worker.operatorId)
  if (!operator) return refuse('unknown-reference', { operatorId: 'unknown-reference' })
  if (await isTaken(act, worker)) return refuse('already-exists', { employeeNumber: 'already-exists' })
  const personId = await personFor(act, name, phone)
  const works = await tx.worker.findFirst({
    where: {
      streetId,
      operatorId: worker.operatorId,
      personId,
      OR: [{ endsOn: null }, { endsOn: { gte: dateOf(startsOn) } }],
    },
    select: { id: true },
  })
  if (works) return refuse('overlapping-term', { name: 'overlapping-term' })
  const id = uuidv7(now)
  await tx.worker.create({
    data: {
      ...worker,
      ...found(name, worker.employeeNumber, phone),
      streetId,
      id,
      personId,
      startsOn: dateOf(startsOn),
      createdAt: now,
    },
    select: { id: true },
  })
  const { operatorId: _, ...told } = worker
  await recordAudit(act, {
    action: 'worker.add',
    subject: { kind: 'worker', id },
    changes: changesBetween({}, { ...told, name, phone, startsOn, operator }),
  })
  return ok({ id })
}

export async function changeWorker(
  act: Act,
  id: string,
  { version, name, phone, removePhone, startsOn, ...changes }: WorkerChanges,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'stale-version' | 'ends-before-start' | Refused
  >
> {
  const { tx, principal } = act
  const { streetId } = principal
  const before = await findWorker(act, id, 'workers.write')
  if (!before) return refuse('not-found')
  if (before.hasEnded) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  const stays = changes.operatorId === before.operator.id
  const operator = stays ? before.operator.name : await operatorFor(act, changes.operatorId)
  if (!operator) return refuse('unknown-reference', { operatorId: 'unknown-reference' })
  if (before.endsOn && before.endsOn < dateOf(startsOn))
    return refuse('ends-before-start', { startsOn: 'ends-before-start' })
  if (await isTaken(act, changes, id)) return refuse('already-exists', { employeeNumber: 'already-exists' })
  const claimed = await tx.worker.updateMany({
    where: { streetId, id, version },
    data: { ...changes, startsOn: dateOf(startsOn), version: { increment: 1 } },
  })
  if (claimed.count === 0) return refuse('stale-version')
  await correctName(act, before.personId, name)
  if (removePhone || phone) await changePhone(act, before.personId, removePhone ? null : (phone ?? null))
  const person = await tx.person.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: before.personId } },
    select: { phone: true },
  })
  await tx.worker.update({
    where: { streetId_id: { streetId, id } },
    data: found(name, changes.employeeNumber, person.phone),
    select: { id: true },
  })
  const { operatorId: _, ...told } = changes
  await recordAudit(act, {
    action: 'worker.change',
    subject: { kind: 'worker', id },
    changes: {
      ...changesBetween(
        { ...before, operator: before.operator.name, startsOn: dayFrom(before.startsOn) },
        { ...told, name, startsOn, operator },
      ),
      ...(removePhone || phone ? { phone: { from: null, to: null } } : {}),
    },
  })
  return ok({ id, version: version + 1 })
}

/** Ends somebody's work; who leads a zone beyond that day hands the zone over first. */
export async function endWorker(
  act: Act,
  id: string,
  { version, endsOn, reason }: WorkerEnd,
): Promise<Result<null, 'not-found' | 'has-ended' | 'ends-before-start' | 'still-in-use' | 'stale-version'>> {
  const { tx, principal } = act
  const { streetId } = principal
  const before = await findWorker(act, id, 'workers.write')
  if (!before) return refuse('not-found')
  if (before.endsOn) return refuse('has-ended')
  const day = dateOf(endsOn)
  if (day < before.startsOn) return refuse('ends-before-start', { endsOn: 'ends-before-start' })
  const leads = await tx.zoneLead.count({
    where: { streetId, workerId: id, OR: [{ endsOn: null }, { endsOn: { gt: day } }] },
  })
  if (leads > 0) return refuse('still-in-use')
  const written = await tx.worker.updateMany({
    where: { streetId, id, version },
    data: { endsOn: day, endReason: reason, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'worker.end',
    subject: { kind: 'worker', id },
    changes: { endsOn: { to: endsOn } },
    reason,
  })
  return ok(null)
}

/** Takes an end back that was a mistake. */
export async function resumeWorker(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'overlapping-term' | 'stale-version'>> {
  const { tx, principal } = act
  const { streetId } = principal
  const before = await findWorker(act, id, 'workers.write')
  if (!before?.endsOn) return refuse('not-found')
  const works = await tx.worker.findFirst({
    where: {
      streetId,
      operatorId: before.operator.id,
      personId: before.personId,
      id: { not: id },
      OR: [{ endsOn: null }, { endsOn: { gte: before.startsOn } }],
    },
    select: { id: true },
  })
  if (works) return refuse('overlapping-term')
  const written = await tx.worker.updateMany({
    where: { streetId, id, version },
    data: { endsOn: null, endReason: null, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'worker.resume', subject: { kind: 'worker', id } })
  return ok(null)
}
