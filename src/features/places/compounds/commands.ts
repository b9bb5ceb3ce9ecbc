import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { renewBuildingsOf } from '../buildings/commands'
import { mayWriteIn } from '../policy'
import { findCompound } from './queries'
import type { CompoundChanges, NewCompound } from './schema'

const found = (name: string) => ({ sortKey: sortKey(name), search: searchText(name) })

/** A compound as the history tells it: the community by its name. */
const inWords = ({ communityId: _, ...compound }: NewCompound, community: string) => ({
  ...compound,
  community,
})

/** Whether the street has another compound of the name, ended ones too: a name stays with its compound. */
async function isTaken({ tx, principal }: Act, name: string, exceptId?: string): Promise<boolean> {
  const same = await tx.compound.findFirst({
    where: { streetId: principal.streetId, name, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  })
  return same !== null
}

export async function addCompound(
  act: Act,
  compound: NewCompound,
): Promise<Result<{ id: string }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const community = await communityFor(act, compound.communityId)
  if (!community) return refuse('unknown-reference', { communityId: 'unknown-reference' })
  if (await isTaken(act, compound.name)) return refuse('already-exists', { name: 'already-exists' })
  const id = uuidv7(now)
  await tx.compound.create({
    data: { ...compound, ...found(compound.name), streetId: principal.streetId, id, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'compound.add',
    subject: { kind: 'compound', id },
    changes: changesBetween({}, inWords(compound, community)),
  })
  return ok({ id })
}

/** The name of the community, when a compound may be placed there. */
async function communityFor({ tx, principal }: Act, communityId: string): Promise<string | null> {
  if (!mayWriteIn(principal, 'places.write', communityId)) return null
  const community = await tx.community.findFirst({
    where: { streetId: principal.streetId, id: communityId, endedAt: null },
    select: { name: true },
  })
  return community?.name ?? null
}

export async function changeCompound(
  act: Act,
  id: string,
  { version, ...changes }: CompoundChanges,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'stale-version' | 'unknown-reference' | 'already-exists'
  >
> {
  const { tx, principal } = act
  const before = await findCompound(act, id, 'places.write')
  if (!before || !mayWriteIn(principal, 'places.write', before.community.id)) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  const stays = changes.communityId === before.community.id
  const community = stays ? before.community.name : await communityFor(act, changes.communityId)
  if (!community) return refuse('unknown-reference', { communityId: 'unknown-reference' })
  if (await isTaken(act, changes.name, id)) return refuse('already-exists', { name: 'already-exists' })
  const written = await tx.compound.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...changes, ...found(changes.name), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  if (changes.name !== before.name) await renewBuildingsOf(act, id, changes.name)
  await recordAudit(act, {
    action: 'compound.change',
    subject: { kind: 'compound', id },
    changes: changesBetween({ ...before, community: before.community.name }, inWords(changes, community)),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a compound out of use; with buildings in it, those come first. */
export async function endCompound(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'still-in-use' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findCompound(act, id, 'places.write')
  if (!before || !mayWriteIn(principal, 'places.write', before.community.id)) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.buildings.length > 0) return refuse('still-in-use')
  const written = await tx.compound.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'compound.end', subject: { kind: 'compound', id } })
  return ok(null)
}

/** Brings an ended compound back. */
export async function resumeCompound(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await findCompound(act, id, 'places.write')
  if (!before?.endedAt || !mayWriteIn(principal, 'places.write', before.community.id))
    return refuse('not-found')
  const written = await tx.compound.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: null, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'compound.resume', subject: { kind: 'compound', id } })
  return ok(null)
}
