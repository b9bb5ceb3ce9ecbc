import { ok, type Result, refuse } from '@/core/result'
import { personsWithin } from '@/features/people/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { todayOf } from '@/server/term'

/** A person's political standing, for a reason that is kept; a look that finds nothing is a look too. */
export async function revealMembership(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<{ value: string }, 'not-found'>> {
  const person = await act.tx.person.findFirst({
    where: { AND: [{ id }, personsWithin(act.principal, 'people.membership', todayOf(act.now))] },
    select: { membership: { select: { standing: true } } },
  })
  if (!person) return refuse('not-found')
  const { membership } = person
  await recordAudit(act, {
    action: 'person.membership',
    outcome: membership ? 'done' : 'refused',
    subject: { kind: 'person', id },
    reason,
  })
  return membership ? ok({ value: membership.standing }) : refuse('not-found')
}
