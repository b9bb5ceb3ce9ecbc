import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { todayOf } from '@/server/term'
import { mayRedraw, zonesWithin } from '../policy'
import type { NewZone, ZoneChanges } from './schema'

type Zone = { id: string; name: string; provisional: boolean; version: number; endedAt: Date | null }

const found = (name: string) => ({
  sortKey: sortKey(name.replace(/\d+/g, (number) => number.padStart(3, '0'))),
  search: searchText(name),
})

/** The zone, held until the transaction ends: what is checked of it stays so; null where the caller may not redraw it. */
export async function holdZone(
  act: Act,
  id: string,
  permission: 'zones.write' | 'zones.confirm' = 'zones.write',
): Promise<Zone | null> {
  const { tx, principal } = act
  if (!mayRedraw(principal, permission)) return null
  await tx.$queryRaw`SELECT FROM zone WHERE street_id = ${principal.streetId}::uuid AND id = ${id}::uuid FOR UPDATE`
  return tx.zone.findFirst({
    where: { AND: [{ id }, zonesWithin(principal, permission)] },
    select: { id: true, name: true, provisional: true, version: true, endedAt: true },
  })
}

/** Whether the street has another zone of the name, ended ones too: a name stays with its zone. */
async function isTaken({ tx, principal }: Act, name: string, exceptId?: string): Promise<boolean> {
  const where = { streetId: principal.streetId, name, ...(exceptId ? { id: { not: exceptId } } : {}) }
  return (await tx.zone.findFirst({ where, select: { id: true } })) !== null
}

/** Adds a zone; it is provisional until the head of the office confirms it. */
export async function addZone(
  act: Act,
  { name }: NewZone,
): Promise<Result<{ id: string }, 'forbidden' | 'already-exists'>> {
  const { tx, principal, now } = act
  if (!mayRedraw(principal, 'zones.write')) return refuse('forbidden')
  if (await isTaken(act, name)) return refuse('already-exists', { name: 'already-exists' })
  const id = uuidv7(now)
  await tx.zone.create({
    data: { streetId: principal.streetId, id, name, provisional: true, ...found(name), createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'zone.add',
    subject: { kind: 'zone', id },
    changes: changesBetween({}, { name }),
  })
  return ok({ id })
}

type Change = Partial<{
  name: string
  sortKey: string
  search: string
  provisional: boolean
  endedAt: Date | null
}>

const write = ({ tx, principal }: Act, { id, version }: Zone, data: Change) =>
  tx.zone.update({
    where: { streetId_id: { streetId: principal.streetId, id } },
    data: { ...data, version: version + 1 },
    select: { id: true },
  })

export async function renameZone(
  act: Act,
  id: string,
  { name, version }: ZoneChanges,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version' | 'already-exists'>
> {
  const zone = await holdZone(act, id)
  if (!zone) return refuse('not-found')
  if (zone.endedAt) return refuse('has-ended')
  if (zone.version !== version) return refuse('stale-version')
  if (await isTaken(act, name, id)) return refuse('already-exists', { name: 'already-exists' })
  await write(act, zone, { name, ...found(name) })
  await recordAudit(act, {
    action: 'zone.change',
    subject: { kind: 'zone', id },
    changes: changesBetween({ name: zone.name }, { name }),
  })
  return ok({ id, version: version + 1 })
}

/** Makes a provisional zone the one that counts. */
export async function confirmZone(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const zone = await holdZone(act, id, 'zones.confirm')
  if (!zone) return refuse('not-found')
  if (zone.endedAt) return refuse('has-ended')
  if (zone.version !== version) return refuse('stale-version')
  if (!zone.provisional) return ok(null)
  await write(act, zone, { provisional: false })
  await recordAudit(act, { action: 'zone.confirm', subject: { kind: 'zone', id } })
  return ok(null)
}

/** Ends a zone without compounds and without a lead; those are dealt with first. */
export async function endZone(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'still-in-use' | 'stale-version'>> {
  const { tx, principal, now } = act
  const zone = await holdZone(act, id)
  if (!zone) return refuse('not-found')
  if (zone.endedAt) return refuse('has-ended')
  if (zone.version !== version) return refuse('stale-version')
  const own = { streetId: principal.streetId, zoneId: id }
  const used = await tx.zoneCompound.count({ where: { ...own, compound: { is: { endedAt: null } } } })
  const led = await tx.zoneLead.count({
    where: { ...own, OR: [{ endsOn: null }, { endsOn: { gt: todayOf(now) } }] },
  })
  if (used > 0 || led > 0) return refuse('still-in-use')
  // A compound that comes back later must not find itself in a zone that is gone.
  await tx.zoneCompound.deleteMany({ where: own })
  await write(act, zone, { endedAt: now })
  await recordAudit(act, { action: 'zone.end', subject: { kind: 'zone', id } })
  return ok(null)
}

/** Brings an ended zone back, without compounds. */
export async function resumeZone(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const zone = await holdZone(act, id)
  if (!zone?.endedAt) return refuse('not-found')
  if (zone.version !== version) return refuse('stale-version')
  await write(act, zone, { endedAt: null })
  await recordAudit(act, { action: 'zone.resume', subject: { kind: 'zone', id } })
  return ok(null)
}
