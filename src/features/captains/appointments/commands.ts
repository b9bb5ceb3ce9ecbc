import { uuidv7 } from '@/core/identifier'
import { type Day, dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { changePhone, correctName, isOthersToo, personFor } from '@/features/people/persons/commands'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf, dayFrom } from '@/server/term'
import { claimSites, giveUp, isTaken } from '../buildings/commands'
import { type Site, siteName } from '../buildings/queries'
import { type CaptainRow, findCaptainToWrite, openBuildings } from './queries'
import type { CaptainChanges, CaptainEnd, NewCaptain } from './schema'

const found = (name: string, phone: string | null, sites: readonly Pick<Site, 'name' | 'compound'>[]) => ({
  sortKey: sortKey(name),
  search: searchText(name, phone?.slice(-4), ...sites.map(siteName)),
})

const idsOf = (sites: readonly Site[]) => sites.map(({ id }) => id)

/** Appoints a captain: person × buildings × term. */
export async function appointCaptain(
  act: Act,
  { name, phone, startsOn, buildingIds, duties, doorPlaque }: NewCaptain,
): Promise<Result<{ id: string }, 'unknown-reference' | 'building-has-captain'>> {
  const sites = await claimSites(act, buildingIds)
  if (!sites) return refuse('unknown-reference', { buildingIds: 'unknown-reference' })
  if (await isTaken(act, idsOf(sites), { from: startsOn }))
    return refuse('building-has-captain', { buildingIds: 'building-has-captain' })
  const personId = await personFor(act, name, phone)
  return ok({
    id: await writeAppointment(act, {
      person: { id: personId, name, phone },
      startsOn,
      endsOn: null,
      duties,
      doorPlaque,
      sites,
    }),
  })
}

type Appointment = {
  person: { id: string; name: string; phone: string | null }
  startsOn: Day
  endsOn: Day | null
  duties: readonly string[]
  doorPlaque: boolean
  sites: readonly Site[]
}

/** Writes an appointment for buildings that have been claimed and are free for its term. */
export async function writeAppointment(
  act: Act,
  { person, startsOn, endsOn, duties, doorPlaque, sites }: Appointment,
): Promise<string> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const id = uuidv7(now)
  const term = { startsOn: dateOf(startsOn), endsOn: endsOn && dateOf(endsOn) }
  await tx.captainAppointment.create({
    data: {
      streetId,
      id,
      personId: person.id,
      ...term,
      duties: [...duties],
      doorPlaque,
      createdAt: now,
      ...found(person.name, person.phone, sites),
    },
    select: { id: true },
  })
  await tx.captainBuilding.createMany({
    data: sites.map((site) => ({ streetId, appointmentId: id, buildingId: site.id, ...term })),
  })
  await recordAudit(act, {
    action: 'captain.appoint',
    subject: { kind: 'captain', id },
    changes: changesBetween(
      {},
      { name: person.name, startsOn, endsOn, duties, doorPlaque, buildings: sites.map(siteName) },
    ),
  })
  return id
}

/** Changes duties, buildings, name or number of an appointment that has not ended; buildings given up stay in its history. */
export async function changeCaptain(
  act: Act,
  id: string,
  changes: CaptainChanges,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'stale-version' | 'unknown-reference' | 'others-too' | 'building-has-captain'
  >
> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const { version, duties, doorPlaque } = changes
  const today = dayOf(now)
  const before = await findCaptainToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'ended') return refuse('has-ended')
  const { name, phone, removePhone } = changes
  const isPersonChanged = name !== before.person.name || phone !== undefined || removePhone
  if (isPersonChanged && (await isOthersToo(act, before.person.id)))
    return refuse('others-too', { name: 'others-too' })
  const sites = await claimSites(act, changes.buildingIds)
  if (!sites) return refuse('unknown-reference', { buildingIds: 'unknown-reference' })
  const open = openBuildings(before, now)
  const from = before.state === 'upcoming' ? dayFrom(before.startsOn) : today
  const to = before.endsOn && dayFrom(before.endsOn)
  const added = sites.filter((site) => !open.some(({ building }) => building.id === site.id))
  if (await isTaken(act, idsOf(added), { from, to, exceptId: id }))
    return refuse('building-has-captain', { buildingIds: 'building-has-captain' })
  const written = await tx.captainAppointment.updateMany({
    where: { streetId, id, version },
    data: { duties, doorPlaque, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  const dropped = open.filter(({ building }) => !sites.some((site) => site.id === building.id))
  for (const held of dropped) await giveUp(act, id, held, today)
  await tx.captainBuilding.createMany({
    data: added.map((site) => ({
      streetId,
      appointmentId: id,
      buildingId: site.id,
      startsOn: dateOf(from),
      endsOn: before.endsOn,
    })),
  })
  const isOtherNumber = await changePersonOf(act, before, changes)
  await recordAudit(act, {
    action: 'captain.change',
    subject: { kind: 'captain', id },
    changes: {
      ...changesBetween(
        {
          name: before.person.name,
          duties: before.duties,
          doorPlaque: before.doorPlaque,
          buildings: open.map(({ building }) => siteName(building)),
        },
        { name: changes.name, duties, doorPlaque, buildings: sites.map(siteName) },
      ),
      ...(isOtherNumber ? { phone: { from: null, to: null } } : {}),
    },
  })
  return ok({ id, version: version + 1 })
}

/** Corrects the person's name and number, and answers whether the number is another one; all appointments of the person are then found by both. */
async function changePersonOf(
  act: Act,
  { person }: CaptainRow,
  { name, phone, removePhone }: CaptainChanges,
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
      appointments: {
        select: {
          id: true,
          buildings: {
            select: { building: { select: { name: true, compound: { select: { name: true } } } } },
          },
        },
      },
    },
  })
  for (const { id, buildings } of kept.appointments)
    await tx.captainAppointment.update({
      where: { streetId_id: { streetId, id } },
      data: found(
        kept.name,
        kept.phone,
        buildings.map(({ building }) => building),
      ),
      select: { id: true },
    })
  return isOther
}

const isAfter = (day: Day, endsOn: Date | null): boolean => endsOn !== null && dayFrom(endsOn) < day

/** Ends an appointment on a day, which still belongs to it; what the captain may do ends with that day. */
export async function endCaptain(
  act: Act,
  id: string,
  { version, endsOn, kind, reason }: CaptainEnd,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'ends-before-start' | 'stale-version' | 'building-has-captain'
  >
> {
  const { tx, principal } = act
  const { streetId } = principal
  const before = await findCaptainToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'ended') return refuse('has-ended')
  if (endsOn < dayFrom(before.startsOn)) return refuse('ends-before-start', { endsOn: 'ends-before-start' })
  const held = openBuildings(before, act.now).map(({ building }) => building.id)
  await claimSites(act, held)
  if (isAfter(endsOn, before.endsOn)) {
    const later = { from: dayFrom(before.startsOn), to: endsOn, exceptId: id }
    if (await isTaken(act, held, later))
      return refuse('building-has-captain', { endsOn: 'building-has-captain' })
  }
  const day = dateOf(endsOn)
  const written = await tx.captainAppointment.updateMany({
    where: { streetId, id, version },
    data: { endsOn: day, endKind: kind, endReason: reason, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await tx.captainBuilding.deleteMany({ where: { streetId, appointmentId: id, startsOn: { gt: day } } })
  await tx.captainBuilding.updateMany({
    where: {
      streetId,
      appointmentId: id,
      OR: [{ endsOn: null }, { endsOn: { gt: day } }, ...(before.endsOn ? [{ endsOn: before.endsOn }] : [])],
    },
    data: { endsOn: day },
  })
  await recordAudit(act, {
    action: 'captain.end',
    subject: { kind: 'captain', id },
    changes: changesBetween({ endsOn: before.endsOn }, { endsOn, endKind: kind }),
    reason,
  })
  return ok({ id, version: version + 1 })
}
