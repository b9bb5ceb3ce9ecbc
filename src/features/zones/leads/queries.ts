import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { inTermOn, todayOf } from '@/server/term'
import { mayRedraw } from '../policy'

/** Workers of today who could lead a zone, by a part of their name or its initials; each says what zone they lead already. */
export async function candidatesFor(act: Act, typed: string) {
  const { tx, principal, now } = act
  if (!mayRedraw(principal, 'zones.write')) return []
  const inTerm = inTermOn(todayOf(now))
  const workers = await tx.worker.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ streetId: principal.streetId }, inTerm, searching(typed)] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20,
    select: {
      id: true,
      post: true,
      employeeNumber: true,
      person: { select: { name: true } },
      leads: { where: inTerm, select: { zone: { select: { name: true } } } },
    },
  })
  return workers.map(({ id, post, employeeNumber, person, leads }) => ({
    id,
    label: person.name,
    detail: [employeeNumber, post, ...leads.map(({ zone }) => zone.name)].join(' · '),
  }))
}
