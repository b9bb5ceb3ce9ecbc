import { maskPhone } from '@/core/phone'
import { personsWithin } from '@/features/people/policy'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { todayOf } from '@/server/term'
import { buildingsWithin } from '../../../places/policy'

type Options = { groups: { label: string; items: { id: string; label: string; detail?: string }[] }[] }

const grouped = (items: Options['groups'][number]['items']): Options => ({
  groups: items.length > 0 ? [{ label: '', items }] : [],
})

/** Captains and others with a duty in the scope, who may be handed something. */
export async function holderOptions(
  { tx, principal, now }: Act,
  typed: string | undefined,
): Promise<Options> {
  if (!typed) return grouped([])
  const found = await tx.person.findMany({
    where: { AND: [personsWithin(principal, 'materials.write', todayOf(now)), searching(typed)] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, name: true, phone: true },
  })
  return grouped(
    found.map(({ id, name, phone }) => ({ id, label: name, ...(phone ? { detail: maskPhone(phone) } : {}) })),
  )
}

/** Households of the scope: each word typed is found in the door's number or in the building's name. */
export async function doorOptions({ tx, principal }: Act, typed: string | undefined): Promise<Options> {
  const words = (typed ?? '').split(/\s+/).filter(Boolean).slice(0, 5)
  if (words.length === 0) return grouped([])
  const found = await tx.household.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      endedAt: null,
      stairwell: { building: buildingsWithin(principal, 'materials.write') },
      AND: words.map((word) => ({
        OR: [searching(word), { stairwell: { building: searching(word) } }],
      })),
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 40,
    select: {
      id: true,
      room: true,
      stairwell: {
        select: { name: true, building: { select: { name: true, compound: { select: { name: true } } } } },
      },
    },
  })
  return grouped(
    found.map(({ id, room, stairwell: { name, building } }) => ({
      id,
      label: `${building.compound.name}${building.name}${name}${room}`,
    })),
  )
}
