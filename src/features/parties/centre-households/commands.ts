import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { personFor } from '@/features/people/persons/commands'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { partiesWithin } from '../policy'
import { findCentreHousehold } from './queries'
import type { CentreHouseholdChanges, NewCentreHousehold } from './schema'

const found = (name: string) => ({ sortKey: sortKey(name), search: searchText(name) })

async function isTaken({ tx, principal }: Act, name: string, exceptId?: string): Promise<boolean> {
  const same = await tx.centreHousehold.findFirst({
    where: { streetId: principal.streetId, name, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  })
  return same !== null
}

const buildingFor = ({ tx, principal }: Act, id: string) =>
  tx.building.findFirst({
    where: { AND: [{ id, endedAt: null }, buildingsWithin(principal, 'parties.write')] },
    select: { name: true, compound: { select: { name: true } } },
  })

const placeOf = (building: { name: string; compound: { name: string } } | null) =>
  building && `${building.compound.name} ${building.name}`

/** Gathers a group around another household. */
export async function addCentreHousehold(
  act: Act,
  groupId: string,
  { name, buildingId, personName }: NewCentreHousehold,
): Promise<
  Result<{ id: string }, 'not-found' | 'has-ended' | 'wrong-level' | 'unknown-reference' | 'already-exists'>
> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const group = await tx.partyOrganisation.findFirst({
    where: { AND: [{ id: groupId }, partiesWithin(principal, 'parties.write')] },
    select: { level: true, endedAt: true },
  })
  if (!group) return refuse('not-found')
  if (group.endedAt) return refuse('has-ended')
  if (group.level !== 'building_group') return refuse('wrong-level')
  const building = buildingId ? await buildingFor(act, buildingId) : null
  if (buildingId && !building) return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  if (await isTaken(act, name)) return refuse('already-exists', { name: 'already-exists' })
  const id = uuidv7(now)
  const personId = personName ? await personFor(act, personName, null) : null
  await tx.centreHousehold.create({
    data: { streetId, id, groupId, name, ...found(name), buildingId, personId, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'centreHousehold.add',
    subject: { kind: 'party', id: groupId },
    changes: changesBetween({}, { centreHousehold: name, building: placeOf(building), person: personName }),
  })
  return ok({ id: groupId })
}

export async function changeCentreHousehold(
  act: Act,
  id: string,
  { version, name, buildingId, personName }: CentreHouseholdChanges,
): Promise<
  Result<{ id: string }, 'not-found' | 'has-ended' | 'stale-version' | 'unknown-reference' | 'already-exists'>
> {
  const { tx, principal } = act
  const { streetId } = principal
  const before = await findCentreHousehold(act, id, 'parties.write')
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  const stays = buildingId === (before.building?.id ?? null)
  const building = stays ? before.building : buildingId ? await buildingFor(act, buildingId) : null
  if (buildingId && !building) return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  if (await isTaken(act, name, id)) return refuse('already-exists', { name: 'already-exists' })
  const written = await tx.centreHousehold.updateMany({
    where: { streetId, id, version },
    data: { name, ...found(name), buildingId, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  if (personName !== (before.person?.name ?? null)) {
    const personId = personName ? await personFor(act, personName, null) : null
    await tx.centreHousehold.update({
      where: { streetId_id: { streetId, id } },
      data: { personId },
      select: { id: true },
    })
  }
  await recordAudit(act, {
    action: 'centreHousehold.change',
    subject: { kind: 'party', id: before.group.id },
    changes: changesBetween(
      { centreHousehold: before.name, building: placeOf(before.building), person: before.person?.name },
      { centreHousehold: name, building: placeOf(building), person: personName },
    ),
  })
  return ok({ id: before.group.id })
}

export async function endCentreHousehold(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findCentreHousehold(act, id, 'parties.write')
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.centreHousehold.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'centreHousehold.end',
    subject: { kind: 'party', id: before.group.id },
    changes: { centreHousehold: { from: before.name, to: null } },
  })
  return ok(null)
}
