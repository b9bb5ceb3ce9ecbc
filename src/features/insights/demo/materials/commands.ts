import { addDays, dayOf, startOf } from '@/core/instants'
import type { Result } from '@/core/result'
import { receive } from '@/features/captains/materials/commands'
import {
  giveBack,
  issue,
  issuePlaque,
  lose,
  signFor,
  withdrawPlaque,
} from '@/features/captains/materials/issues/commands'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { inTermOn, todayOf } from '@/server/term'

const STORES = [
  { kind: 'logbook', quantity: 40 },
  { kind: 'opinion_box', quantity: 12 },
  { kind: 'canvas_bag', quantity: 60 },
  { kind: 'door_plaque', quantity: 10 },
] as const

const MEMBERS = ['许国英', '钱卫东', '孙桂花']

const did = <T>(result: Result<T, string>): T => {
  if (!result.ok) throw new Error(`The demo's materials: ${result.refusal} ${JSON.stringify(result.fields)}`)
  return result.value
}

/** Stores of some communities, what their captains were handed, and plaques of households that agreed; all of it simulated. */
export async function stockStores(tx: Tx, streetId: string, now: Date): Promise<void> {
  if (await tx.materialMovement.count({ where: { streetId } })) return
  const staff = await tx.account.findFirst({
    where: { streetId, demo: true, username: 'street-staff' },
    select: { id: true, displayName: true },
  })
  if (!staff) return
  const on = (days: number) => addDays(dayOf(now), -days)
  const actOn = (days: number): Act => ({
    tx,
    now: new Date(startOf(on(days)).getTime() + 10 * 3_600_000),
    requestId: 'demo',
    principal: {
      streetId,
      accountId: staff.id,
      personId: null,
      name: staff.displayName,
      sessionHash: '',
      grants: [{ role: 'street_staff', scope: { kind: 'street' } }],
      mustSetUpTotp: false,
    },
  })
  const communities = await tx.community.findMany({
    where: { streetId, endedAt: null },
    orderBy: { code: 'asc' },
    take: 2,
    select: { id: true },
  })
  const door = await tx.household.findFirst({
    where: { streetId, endedAt: null },
    orderBy: { id: 'asc' },
    select: {
      stairwell: { select: { building: { select: { compound: { select: { communityId: true } } } } } },
    },
  })
  const plaquesAt = door?.stairwell.building.compound.communityId
  const stores = new Set([...communities.map(({ id }) => id), ...(plaquesAt ? [plaquesAt] : [])])
  for (const communityId of stores) {
    for (const store of STORES)
      did(await receive(actOn(90), { communityId, ...store, day: on(90), words: '街道统一配发' }))
    await handOut(actOn, on, communityId)
  }
  if (plaquesAt) await hangPlaques(actOn, on, plaquesAt)
}

type On = (days: number) => string
type ActOn = (days: number) => Act

/** A logbook and a bag for each of some captains; one bag came back, one book was lost, the last is not signed for yet. */
async function handOut(actOn: ActOn, on: On, communityId: string): Promise<void> {
  const { tx, principal, now } = actOn(0)
  const captains = await tx.captainAppointment.findMany({
    where: {
      streetId: principal.streetId,
      ...inTermOn(todayOf(now)),
      buildings: { some: { building: { compound: { communityId } } } },
    },
    orderBy: { id: 'asc' },
    take: 5,
    select: { personId: true },
  })
  for (const [index, { personId }] of captains.entries()) {
    const days = 80 - index * 6
    const asked = { communityId, personId, householdId: null, day: on(days), words: null }
    const book = did(await issue(actOn(days), { ...asked, kind: 'logbook', quantity: 1 }))
    const bags = did(await issue(actOn(days), { ...asked, kind: 'canvas_bag', quantity: 2 }))
    if (index < captains.length - 1) did(await signFor(actOn(days), book.id, on(days)))
    if (index === 0) did(await giveBack(actOn(20), bags.id, { quantity: 1, day: on(20), words: '多领一只' }))
    if (index === 1) did(await lose(actOn(15), book.id, { quantity: 1, day: on(15), words: '搬家时遗失' }))
  }
}

async function hangPlaques(actOn: ActOn, on: On, communityId: string): Promise<void> {
  const { tx, principal } = actOn(0)
  const households = await tx.household.findMany({
    where: {
      streetId: principal.streetId,
      endedAt: null,
      stairwell: { building: { compound: { communityId } } },
    },
    orderBy: { id: 'asc' },
    take: MEMBERS.length,
    select: { id: true },
  })
  for (const [index, { id: householdId }] of households.entries()) {
    const days = 40 - index * 5
    const plaque = did(
      await issuePlaque(actOn(days), {
        householdId,
        name: MEMBERS[index] ?? '',
        consentOn: on(days + 2),
        consentSource: 'paper',
        day: on(days),
        words: null,
      }),
    )
    if (index < 2) did(await signFor(actOn(days), plaque.id, on(days)))
    if (index === 2) did(await withdrawPlaque(actOn(5), plaque.id, '本人不愿再挂牌'))
  }
}
