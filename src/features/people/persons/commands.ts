import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { todayOf } from '@/server/term'
import { personsWhollyWithin, personsWithin } from '../policy'

export const personFound = (name: string, phone: string | null) => ({
  sortKey: sortKey(name),
  search: searchText(name, phone?.slice(-4)),
})

/**
 * The person of this name and number whom the writer may know in full, if there is one: two people may share a name, and a
 * family a number; a number read off a notice board gives nobody a hold on somebody else's record.
 */
export async function knownPerson(
  { tx, principal, now }: Act,
  name: string,
  phone: string | null,
): Promise<string | null> {
  if (!phone) return null
  const within = personsWithin(principal, 'people.contact', todayOf(now))
  const known = await tx.person.findFirst({
    where: { AND: [{ name, phone }, within] },
    select: { id: true },
  })
  return known?.id ?? null
}

/** The known person of this name and number, or a new one. */
export async function personFor(act: Act, name: string, phone: string | null): Promise<string> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const known = await knownPerson(act, name, phone)
  if (known) return known
  const id = uuidv7(now)
  await tx.person.create({
    data: { streetId, id, name, phone, createdAt: now, ...personFound(name, phone) },
    select: { id: true },
  })
  return id
}

/** Whether a duty beyond the writer's scope hangs on the person too, so that name and number are not the writer's alone. */
export async function isOthersToo({ tx, principal, now }: Act, personId: string): Promise<boolean> {
  const within = personsWhollyWithin(principal, 'people.contact', todayOf(now))
  return (await tx.person.count({ where: { AND: [{ id: personId }, within] } })) === 0
}

/** Writes a person's name as it should be, and answers whether it was another one. */
export async function correctName({ tx, principal }: Act, personId: string, name: string): Promise<boolean> {
  const where = { streetId_id: { streetId: principal.streetId, id: personId } }
  const person = await tx.person.findUniqueOrThrow({ where, select: { name: true, phone: true } })
  if (person.name === name) return false
  await tx.person.update({
    where,
    data: { name, ...personFound(name, person.phone), version: { increment: 1 } },
    select: { id: true },
  })
  return true
}

/** Gives a person another number, and answers whether it is one; the consent was for the old one and ends with it. */
export async function changePhone(
  { tx, principal, now }: Act,
  personId: string,
  phone: string | null,
): Promise<boolean> {
  const { streetId } = principal
  const person = await tx.person.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: personId } },
    select: { name: true, phone: true },
  })
  if (person.phone === phone) return false
  await tx.person.update({
    where: { streetId_id: { streetId, id: personId } },
    data: { phone, ...personFound(person.name, phone), version: { increment: 1 } },
    select: { id: true },
  })
  await tx.consent.updateMany({
    where: { streetId, personId, purpose: 'sheet', withdrawnAt: null },
    data: { withdrawnAt: now },
  })
  return true
}

/** The whole number of a person within the caller's scope, for a reason that is kept. */
export async function revealPhone(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<{ value: string }, 'not-found'>> {
  const person = await act.tx.person.findFirst({
    where: { AND: [{ id }, personsWithin(act.principal, 'people.contact', todayOf(act.now))] },
    select: { phone: true },
  })
  if (!person?.phone) return refuse('not-found')
  await recordAudit(act, { action: 'person.contact', subject: { kind: 'person', id }, reason })
  return ok({ value: person.phone })
}
