import { uuidv7 } from '@/core/identifier'
import type { Day } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import {
  changePhone,
  correctName,
  isOthersToo,
  knownPerson,
  personFor,
} from '@/features/people/persons/commands'
import { mayWriteIn } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf, dayFrom } from '@/server/term'
import { gridsToStaff } from './policy'
import { findMember, type MemberRow } from './queries'
import type { MemberChanges, MemberEnd, NewMember } from './schema'

const found = (name: string, phone: string | null, code: string) => ({
  sortKey: sortKey(name),
  search: searchText(name, phone?.slice(-4), code),
})

type Grid = { id: string; name: string; code: string }

/** The grid, when it is in use and the writer's to staff. Appointments to the same grid wait for one another here, so that the later one sees the earlier. */
async function claimGrid({ tx, principal }: Act, id: string): Promise<Grid | null> {
  await tx.$queryRaw`
    SELECT id FROM grid WHERE street_id = ${principal.streetId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.grid.findFirst({
    where: { AND: [{ id, endedAt: null }, gridsToStaff(principal)] },
    select: { id: true, name: true, code: true },
  })
}

type Term = { personId: string; gridId: string; from: Day; to?: Day; exceptId?: string }

/** Whether the person serves in the grid already at some time of the term; without a last day it never ends. */
async function serves({ tx, principal }: Act, { personId, gridId, from, to, exceptId }: Term) {
  const other = await tx.gridMember.findFirst({
    where: {
      streetId: principal.streetId,
      personId,
      gridId,
      ...(exceptId ? { id: { not: exceptId } } : {}),
      ...(to ? { startsOn: { lte: dateOf(to) } } : {}),
      OR: [{ endsOn: null }, { endsOn: { gte: dateOf(from) } }],
    },
    select: { id: true },
  })
  return other !== null
}

/** Appoints a grid member: person × grid × term. */
export async function appointMember(
  act: Act,
  { name, phone, gridId, post, startsOn }: NewMember,
): Promise<Result<{ id: string }, 'unknown-reference' | 'overlapping-term'>> {
  const { tx, principal, now } = act
  const grid = await claimGrid(act, gridId)
  if (!grid) return refuse('unknown-reference', { gridId: 'unknown-reference' })
  const known = await knownPerson(act, name, phone)
  if (known && (await serves(act, { personId: known, gridId, from: startsOn })))
    return refuse('overlapping-term', { gridId: 'overlapping-term' })
  const personId = known ?? (await personFor(act, name, phone))
  const id = uuidv7(now)
  await tx.gridMember.create({
    data: {
      streetId: principal.streetId,
      id,
      personId,
      gridId,
      post,
      startsOn: dateOf(startsOn),
      createdAt: now,
      ...found(name, phone, grid.code),
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'grid-member.appoint',
    subject: { kind: 'grid-member', id },
    changes: changesBetween({}, { name, grid: grid.name, post, startsOn }),
  })
  return ok({ id })
}

/** An appointment that the caller may write: it stands in the community of its grid. */
async function findMemberToWrite(act: Act, id: string): Promise<MemberRow | null> {
  const member = await findMember(act, id, 'grids.write')
  return member && mayWriteIn(act.principal, 'grids.write', member.grid.community.id) ? member : null
}

/** Changes the post, the name or the number of an appointment that has not ended. */
export async function changeMember(
  act: Act,
  id: string,
  changes: MemberChanges,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'others-too' | 'stale-version'>
> {
  const { tx, principal } = act
  const { version, post, name } = changes
  const before = await findMemberToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'ended') return refuse('has-ended')
  const isPersonChanged = name !== before.person.name || changes.phone !== undefined || changes.removePhone
  if (isPersonChanged && (await isOthersToo(act, before.person.id)))
    return refuse('others-too', { name: 'others-too' })
  const written = await tx.gridMember.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { post, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  const isOtherNumber = await changePersonOf(act, before, changes)
  await recordAudit(act, {
    action: 'grid-member.change',
    subject: { kind: 'grid-member', id },
    changes: {
      ...changesBetween({ name: before.person.name, post: before.post }, { name, post }),
      ...(isOtherNumber ? { phone: { from: null, to: null } } : {}),
    },
  })
  return ok({ id, version: version + 1 })
}

/** Corrects the person's name and number, and answers whether the number is another one; all terms of the person are then found by both. */
async function changePersonOf(
  act: Act,
  { person }: MemberRow,
  { name, phone, removePhone }: MemberChanges,
): Promise<boolean> {
  const { tx, principal } = act
  const { streetId } = principal
  await correctName(act, person.id, name)
  const isOther =
    (removePhone || phone !== undefined) &&
    (await changePhone(act, person.id, removePhone ? null : (phone ?? null)))
  const kept = await tx.person.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { streetId_id: { streetId, id: person.id } },
    select: {
      name: true,
      phone: true,
      gridMembers: { select: { id: true, grid: { select: { code: true } } } },
    },
  })
  for (const { id, grid } of kept.gridMembers)
    await tx.gridMember.update({
      where: { streetId_id: { streetId, id } },
      data: found(kept.name, kept.phone, grid.code),
      select: { id: true },
    })
  return isOther
}

type EndFaults = 'not-found' | 'has-ended' | 'ends-before-start' | 'stale-version' | 'overlapping-term'

/** Ends an appointment on a day, which still belongs to it; what the grid member may do ends with that day. */
export async function endMember(
  act: Act,
  id: string,
  { version, endsOn, reason }: MemberEnd,
): Promise<Result<{ id: string; version: number }, EndFaults>> {
  const { tx, principal } = act
  const before = await findMemberToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'ended') return refuse('has-ended')
  const from = dayFrom(before.startsOn)
  if (endsOn < from) return refuse('ends-before-start', { endsOn: 'ends-before-start' })
  const term = { personId: before.person.id, gridId: before.grid.id, from, to: endsOn, exceptId: id }
  if (await serves(act, term)) return refuse('overlapping-term', { endsOn: 'overlapping-term' })
  const written = await tx.gridMember.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endsOn: dateOf(endsOn), endReason: reason, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'grid-member.end',
    subject: { kind: 'grid-member', id },
    changes: changesBetween({ endsOn: before.endsOn && dayFrom(before.endsOn) }, { endsOn }),
    reason,
  })
  return ok({ id, version: version + 1 })
}
