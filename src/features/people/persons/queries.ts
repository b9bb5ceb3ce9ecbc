import type { Act } from '@/server/act'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { personsWithin } from '../policy'

/** Whether the caller may ask for the person's whole number: seeing somebody in a register is not enough for that. */
export async function mayAskNumber({ tx, principal, now }: Act, personId: string): Promise<boolean> {
  if (!holds(principal, 'people.contact')) return false
  const within = personsWithin(principal, 'people.contact', todayOf(now))
  return (await tx.person.count({ where: { AND: [{ id: personId }, within] } })) > 0
}
