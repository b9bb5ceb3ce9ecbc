import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { evidenceData, holdDemands, recount } from '../evidence/commands'
import { sourceOf } from '../evidence/queries'
import { priorityOf } from '../evidence/rules'
import { demandsWithin, evidenceWithin } from '../policy'
import { demandToChange, ownerOptions } from './queries'
import type { DemandChanges, NewDemand, NewState, Split } from './schema'

type Written = { id: string; version: number }
type Refusal = 'not-found' | 'stale-version' | 'move-not-possible'

const found = (title: string) => ({ title, sortKey: sortKey(title), search: searchText(title) })

/** Writes down a demand with the first piece of its evidence: without any there is none. */
export async function addDemand(
  act: Act,
  { evidence, title, ...demand }: NewDemand,
): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const source = await sourceOf(act, evidence)
  if (!source) {
    const field = evidence.kind === 'other' ? 'evidence.compoundId' : 'evidence.sourceId'
    return refuse('unknown-reference', { [field]: 'unknown-reference' })
  }
  const id = uuidv7(now)
  await tx.demand.create({
    data: { ...demand, ...found(title), streetId, id, createdAt: now },
    select: { id: true },
  })
  await tx.demandEvidence.create({ data: evidenceData(act, id, source), select: { id: true } })
  await recount(tx, streetId, [id])
  await recordAudit(act, {
    action: 'demand.add',
    subject: { kind: 'demand', id },
    changes: changesBetween({}, { title, ...demand, evidence: evidence.kind }),
  })
  return ok({ id })
}

export async function changeDemand(
  act: Act,
  id: string,
  { version, title, ...changes }: DemandChanges,
): Promise<Result<Written, Refusal | 'unknown-reference'>> {
  const { tx, principal } = act
  const before = await demandToChange(act, id)
  if (!before) return refuse('not-found')
  if (before.version !== version) return refuse('stale-version')
  if (before.mergedIntoId) return refuse('move-not-possible')
  const owners = new Map((await ownerOptions(act)).map(({ value, label }) => [value, label]))
  const { ownerId } = changes
  if (ownerId && ownerId !== before.ownerId && !owners.has(ownerId))
    return refuse('unknown-reference', { ownerId: 'unknown-reference' })
  const written = await tx.demand.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: {
      ...changes,
      ...found(title),
      priority: priorityOf(before, changes.isUrgent),
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  const named = (account: string | null) => account && (owners.get(account) ?? account)
  const { ownerId: _, ...others } = changes
  await recordAudit(act, {
    action: 'demand.change',
    subject: { kind: 'demand', id },
    changes: changesBetween(
      { ...before, owner: named(before.ownerId) },
      { title, ...others, owner: named(ownerId) },
    ),
  })
  return ok({ id, version: version + 1 })
}

/** Says how far a demand has come; who declines says why. */
export async function moveDemand(
  act: Act,
  id: string,
  { state, reason, version }: NewState,
): Promise<Result<Written, Refusal>> {
  const before = await demandToChange(act, id)
  if (!before) return refuse('not-found')
  if (before.version !== version) return refuse('stale-version')
  if (before.mergedIntoId || before.state === state) return refuse('move-not-possible')
  const written = await act.tx.demand.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { state, declinedReason: state === 'declined' ? reason : null, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'demand.state',
    subject: { kind: 'demand', id },
    changes: { state: { from: before.state, to: state } },
    ...(reason ? { reason } : {}),
  })
  return ok({ id, version: version + 1 })
}

/** Lets a demand go up in another: its evidence and its matches move there, and every piece still knows where it came from. */
export async function mergeDemand(
  act: Act,
  id: string,
  { intoId, version }: { intoId: string; version: number },
): Promise<Result<Written, Refusal | 'unknown-reference' | 'merge-into-itself'>> {
  const { tx, principal } = act
  const { streetId } = principal
  if (!(await demandToChange(act, id))) return refuse('not-found')
  if (id === intoId) return refuse('merge-into-itself', { intoId: 'merge-into-itself' })
  await holdDemands(tx, streetId, [id, intoId])
  const before = await demandToChange(act, id)
  if (before?.version !== version) return refuse('stale-version')
  if (before.mergedIntoId) return refuse('move-not-possible')
  const into = await tx.demand.findFirst({
    where: { AND: [{ id: intoId, mergedIntoId: null }, demandsWithin(principal, 'demands.write')] },
    select: { id: true, title: true },
  })
  if (!into) return refuse('unknown-reference', { intoId: 'unknown-reference' })
  await tx.demandEvidence.updateMany({ where: { streetId, demandId: id }, data: { demandId: intoId } })
  await tx.demand.updateMany({ where: { streetId, mergedIntoId: id }, data: { mergedIntoId: intoId } })
  await takeMatches(act, id, intoId)
  await takeServices(act, id, intoId)
  await tx.demand.update({
    where: { streetId_id: { streetId, id } },
    data: { mergedIntoId: intoId, version: { increment: 1 } },
    select: { id: true },
  })
  await tx.demand.update({
    where: { streetId_id: { streetId, id: intoId } },
    data: { version: { increment: 1 } },
    select: { id: true },
  })
  await recount(tx, streetId, [id, intoId])
  await recordAudit(act, {
    action: 'demand.merge',
    subject: { kind: 'demand', id },
    changes: { mergedInto: { to: into.title } },
  })
  await recordAudit(act, {
    action: 'demand.take',
    subject: { kind: 'demand', id: intoId },
    changes: { merged: { to: before.title } },
  })
  return ok({ id: intoId, version: version + 1 })
}

/** The kitchen's matches follow; one that the other demand has already ends. */
async function takeMatches({ tx, principal, now }: Act, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE kitchen_match m SET ended_at = ${now}, version = m.version + 1
    WHERE m.street_id = ${principal.streetId}::uuid AND m.demand_id = ${fromId}::uuid AND m.ended_at IS NULL
      AND EXISTS (SELECT FROM kitchen_match o WHERE o.street_id = m.street_id AND o.demand_id = ${intoId}::uuid
        AND o.resource_id = m.resource_id AND o.ended_at IS NULL
        AND coalesce(o.zone_id, o.compound_id, o.street_id) = coalesce(m.zone_id, m.compound_id, m.street_id))`
  await tx.kitchenMatch.updateMany({
    where: { streetId: principal.streetId, demandId: fromId, endedAt: null },
    data: { demandId: intoId, version: { increment: 1 } },
  })
}

/** What answers the one answers the other from now on. */
async function takeServices({ tx, principal, now }: Act, fromId: string, intoId: string): Promise<void> {
  const { streetId } = principal
  const links = await tx.serviceDemand.findMany({
    where: { streetId, demandId: fromId },
    select: { serviceId: true },
  })
  await tx.serviceDemand.createMany({
    data: links.map(({ serviceId }) => ({ streetId, serviceId, demandId: intoId, createdAt: now })),
    skipDuplicates: true,
  })
  await tx.serviceDemand.deleteMany({ where: { streetId, demandId: fromId } })
}

/** Lets demands follow the menu: what is open or planned comes onto it, and what is no longer offered is planned again. What is met or declined stays. */
export async function followMenu(act: Act, demandIds: readonly string[], offered: readonly string[]) {
  const { tx, principal } = act
  const { streetId } = principal
  const demands = await tx.demand.findMany({
    where: { streetId, id: { in: [...demandIds] }, mergedIntoId: null },
    orderBy: { id: 'asc' },
    select: { id: true, state: true },
  })
  for (const { id, state } of demands) {
    const isOffered = offered.includes(id)
    const isMoved = isOffered ? state === 'open' || state === 'planned' : state === 'on_menu'
    if (!isMoved) continue
    const to = isOffered ? 'on_menu' : 'planned'
    await tx.demand.update({
      where: { streetId_id: { streetId, id } },
      data: { state: to, version: { increment: 1 } },
      select: { id: true },
    })
    await recordAudit(act, {
      action: 'demand.state',
      subject: { kind: 'demand', id },
      changes: { state: { from: state, to } },
    })
  }
}

/** Takes a merged demand out again, with the evidence that was its own. */
export async function separateDemand(
  act: Act,
  id: string,
  version: number,
): Promise<Result<Written, Refusal>> {
  const { tx, principal } = act
  const { streetId } = principal
  const seen = await demandToChange(act, id)
  if (!seen) return refuse('not-found')
  if (seen.version !== version) return refuse('stale-version')
  const from = seen.mergedIntoId
  if (!from) return refuse('move-not-possible')
  await holdDemands(tx, streetId, [id, from])
  const own = { streetId, originId: id, demandId: from }
  const [mine, all] = await Promise.all([
    tx.demandEvidence.count({ where: own }),
    tx.demandEvidence.count({ where: { streetId, demandId: from } }),
  ])
  // Each of the two must keep something to stand on.
  if (mine === 0 || mine === all) return refuse('move-not-possible')
  const written = await tx.demand.updateMany({
    where: { streetId, id, version, mergedIntoId: from },
    data: { mergedIntoId: null, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await tx.demandEvidence.updateMany({ where: own, data: { demandId: id } })
  await recount(tx, streetId, [id, from])
  await recordAudit(act, { action: 'demand.separate', subject: { kind: 'demand', id } })
  return ok({ id, version: version + 1 })
}

/** Makes a second demand of a part of the evidence. */
export async function splitDemand(
  act: Act,
  id: string,
  { title, category, evidenceIds, groups, version }: Split,
): Promise<Result<{ id: string }, Refusal | 'unknown-reference'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  if (!(await demandToChange(act, id))) return refuse('not-found')
  await holdDemands(tx, streetId, [id])
  const before = await demandToChange(act, id)
  if (before?.version !== version) return refuse('stale-version')
  if (before.mergedIntoId) return refuse('move-not-possible')
  const chosen: Prisma.DemandEvidenceWhereInput = {
    AND: [
      { demandId: id },
      evidenceWithin(principal, 'demands.write'),
      { OR: [{ id: { in: evidenceIds } }, ...groups] },
    ],
  }
  const [going, all] = await Promise.all([
    tx.demandEvidence.count({ where: chosen }),
    tx.demandEvidence.count({ where: { streetId, demandId: id } }),
  ])
  if (going === 0) return refuse('unknown-reference', { evidenceIds: 'unknown-reference' })
  if (going === all) return refuse('move-not-possible')
  const splitId = uuidv7(now)
  await tx.demand.create({
    data: {
      streetId,
      id: splitId,
      category,
      ...found(title),
      isUrgent: before.isUrgent,
      ownerId: before.ownerId,
      createdAt: now,
    },
    select: { id: true },
  })
  await tx.demandEvidence.updateMany({ where: chosen, data: { demandId: splitId } })
  await tx.demand.update({
    where: { streetId_id: { streetId, id } },
    data: { version: { increment: 1 } },
    select: { id: true },
  })
  await recount(tx, streetId, [id, splitId])
  await recordAudit(act, {
    action: 'demand.split',
    subject: { kind: 'demand', id },
    changes: { split: { to: title }, pieces: { from: all, to: all - going } },
  })
  await recordAudit(act, {
    action: 'demand.add',
    subject: { kind: 'demand', id: splitId },
    changes: changesBetween({}, { title, category, splitFrom: before.title }),
  })
  return ok({ id: splitId })
}
