import type { Act } from '@/server/act'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { personsWhollyWithin } from '../policy'

export type ConsentOwner = { personId: string } | { providerId: string }

export type ConsentRow = {
  id: string
  givenOn: Date
  source: string
  textVersion: string
  withdrawnAt: Date | null
}

/** The consents that a number stands on contact sheets, newest first; the caller has already found the owner within its scope. */
export const consentsOf = (act: Act, owner: ConsentOwner): Promise<ConsentRow[]> =>
  act.tx.consent.findMany({
    where: { streetId: act.principal.streetId, purpose: 'sheet', ...owner },
    orderBy: { id: 'desc' },
    take: 20,
    select: { id: true, givenOn: true, source: true, textVersion: true, withdrawnAt: true },
  })

/** Whether the reader records and withdraws the consents of this person. */
export async function mayKeepConsentsOf({ tx, principal, now }: Act, personId: string): Promise<boolean> {
  if (!holds(principal, 'consents.write')) return false
  const person = await tx.person.findFirst({
    where: { AND: [{ id: personId }, personsWhollyWithin(principal, 'consents.write', todayOf(now))] },
    select: { id: true },
  })
  return person !== null
}
