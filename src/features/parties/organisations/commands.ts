import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { changePhone, personFor } from '@/features/people/persons/commands'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf, dayFrom } from '@/server/term'
import { partiesWithin } from '../policy'
import { findParty } from './detail/queries'
import { mayStandUnder } from './rules'
import type { Level, NewParty, PartyChanges } from './schema'

const found = (name: string) => ({ sortKey: sortKey(name), search: searchText(name) })

type Place = { parentId: string | null; communityId: string | null; gridId: string | null }
type Stood = { names: { parent: string | null; community: string | null; grid: string | null }; place: Place }

/**
 * Where an organisation stands: under one of the level above, in that one's community, and in that one's grid unless
 * it is a branch, which has a grid of its own. The topmost names its community itself.
 */
async function placeFor(
  { tx, principal }: Act,
  level: Level,
  { parentId, communityId, gridId }: Place,
): Promise<Result<Stood, 'unknown-reference' | 'wrong-level'>> {
  const { streetId } = principal
  const parent = parentId
    ? await tx.partyOrganisation.findFirst({
        where: { AND: [{ id: parentId, endedAt: null }, partiesWithin(principal, 'parties.write')] },
        select: { level: true, name: true, communityId: true, gridId: true },
      })
    : null
  if (parentId && !parent) return refuse('unknown-reference', { parentId: 'unknown-reference' })
  if (!mayStandUnder(level, parent?.level ?? null)) return refuse('wrong-level', { parentId: 'wrong-level' })
  const homeId = parent?.communityId ?? communityId
  const community = homeId
    ? await tx.community.findFirst({ where: { streetId, id: homeId, endedAt: null }, select: { name: true } })
    : null
  if (level === 'community_committee' && !community)
    return refuse('unknown-reference', { communityId: 'unknown-reference' })
  const ownGridId = level === 'grid_branch' ? gridId : (parent?.gridId ?? null)
  const grid = ownGridId
    ? await tx.grid.findFirst({
        where: { streetId, id: ownGridId, ...(level === 'grid_branch' ? { endedAt: null } : {}) },
        select: { name: true, communityId: true },
      })
    : null
  if (ownGridId && (!grid || (homeId && grid.communityId !== homeId)))
    return refuse('unknown-reference', { gridId: 'unknown-reference' })
  return ok({
    names: { parent: parent?.name ?? null, community: community?.name ?? null, grid: grid?.name ?? null },
    place: { parentId, communityId: homeId ?? grid?.communityId ?? null, gridId: ownGridId },
  })
}

async function isTaken({ tx, principal }: Act, level: Level, name: string, exceptId?: string) {
  const same = await tx.partyOrganisation.findFirst({
    where: { streetId: principal.streetId, level, name, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  })
  return same !== null
}

const daysOf = ({ electedOn, termEndsOn }: { electedOn: string | null; termEndsOn: string | null }) => ({
  electedOn: electedOn ? dateOf(electedOn) : null,
  termEndsOn: termEndsOn ? dateOf(termEndsOn) : null,
})

const inOrder = ({ electedOn, termEndsOn }: { electedOn: string | null; termEndsOn: string | null }) =>
  !electedOn || !termEndsOn || electedOn <= termEndsOn

export async function addParty(
  act: Act,
  { leaderName, leaderPhone, level, name, parentId, communityId, gridId, ...term }: NewParty,
): Promise<
  Result<{ id: string }, 'unknown-reference' | 'wrong-level' | 'already-exists' | 'ends-before-start'>
> {
  const { tx, principal, now } = act
  if (!inOrder(term)) return refuse('ends-before-start', { termEndsOn: 'ends-before-start' })
  const stood = await placeFor(act, level, { parentId, communityId, gridId })
  if (!stood.ok) return stood
  if (await isTaken(act, level, name)) return refuse('already-exists', { name: 'already-exists' })
  const leaderId = leaderName ? await personFor(act, leaderName, leaderPhone) : null
  const id = uuidv7(now)
  await tx.partyOrganisation.create({
    data: {
      streetId: principal.streetId,
      id,
      level,
      name,
      ...found(name),
      ...stood.value.place,
      ...daysOf(term),
      leaderId,
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'party.add',
    subject: { kind: 'party', id },
    changes: changesBetween({}, { name, ...stood.value.names, leader: leaderName, ...term }),
  })
  return ok({ id })
}

/** The leader after a change: the same person where the name stays, another one where it is another. */
async function leaderAfter(
  act: Act,
  before: { id: string; name: string } | null,
  name: string | null,
  phone: string | undefined,
): Promise<string | null> {
  if (!name) return null
  if (before?.name !== name) return personFor(act, name, phone ?? null)
  if (phone) await changePhone(act, before.id, phone)
  return before.id
}

export async function changeParty(
  act: Act,
  id: string,
  { version, leaderName, leaderPhone, name, parentId, communityId, gridId, ...term }: PartyChanges,
): Promise<
  Result<
    { id: string; version: number },
    | 'not-found'
    | 'has-ended'
    | 'stale-version'
    | 'unknown-reference'
    | 'wrong-level'
    | 'still-in-use'
    | 'already-exists'
    | 'ends-before-start'
  >
> {
  const { tx, principal } = act
  const before = await findParty(act, id, 'parties.write')
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  if (!inOrder(term)) return refuse('ends-before-start', { termEndsOn: 'ends-before-start' })
  const stood = await placeFor(act, before.level, { parentId, communityId, gridId })
  if (!stood.ok) return stood
  const { place, names } = stood.value
  // What stands below stands in the same community: who moves to another one leaves it first.
  if (place.communityId !== (before.community?.id ?? null) && before.children.length > 0)
    return refuse('still-in-use', { parentId: 'still-in-use' })
  if (await isTaken(act, before.level, name, id)) return refuse('already-exists', { name: 'already-exists' })
  const { streetId } = principal
  const written = await tx.partyOrganisation.updateMany({
    where: { streetId, id, version },
    data: { name, ...found(name), ...place, ...daysOf(term), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await tx.partyOrganisation.update({
    where: { streetId_id: { streetId, id } },
    data: { leaderId: await leaderAfter(act, before.leader, leaderName, leaderPhone) },
    select: { id: true },
  })
  if (before.level === 'grid_branch')
    await tx.partyOrganisation.updateMany({
      where: { streetId, parentId: id },
      data: { gridId: place.gridId },
    })
  const was = {
    name: before.name,
    parent: before.parent?.name,
    community: before.community?.name,
    grid: before.grid?.name,
    leader: before.leader?.name,
    electedOn: before.electedOn && dayFrom(before.electedOn),
    termEndsOn: before.termEndsOn && dayFrom(before.termEndsOn),
  }
  await recordAudit(act, {
    action: 'party.change',
    subject: { kind: 'party', id },
    changes: {
      ...changesBetween(was, { name, ...names, leader: leaderName, ...term }),
      ...(leaderPhone ? { leaderPhone: { from: null, to: null } } : {}),
    },
  })
  return ok({ id, version: version + 1 })
}

/** Takes an organisation out of the tree; what stands under it goes first. */
export async function endParty(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'still-in-use' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findParty(act, id, 'parties.write')
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.children.length + before.centreHouseholds.length > 0) return refuse('still-in-use')
  const written = await tx.partyOrganisation.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'party.end', subject: { kind: 'party', id } })
  return ok(null)
}

/** Brings an ended organisation back, under a parent that is there. */
export async function resumeParty(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await findParty(act, id, 'parties.write')
  if (!before?.endedAt) return refuse('not-found')
  if (before.parent) {
    const { streetId } = principal
    const parent = await tx.partyOrganisation.findUniqueOrThrow({
      where: { streetId_id: { streetId, id: before.parent.id } },
      select: { endedAt: true },
    })
    if (parent.endedAt) return refuse('has-ended', { parentId: 'has-ended' })
  }
  const written = await tx.partyOrganisation.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: null, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'party.resume', subject: { kind: 'party', id } })
  return ok(null)
}
