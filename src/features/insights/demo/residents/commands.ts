import { uuidv7 } from '@/core/identifier'
import { TERMS_TEXT } from '@/features/people/own-households/schema'
import type { Tx } from '@/server/db'
import { searchText } from '@/server/pinyin'

const DAY_MS = 86_400_000
const PHONE = '19110000800'

/** The demo resident lives in a building of the demo captain, confirmed; all of it simulated. */
export async function settleResidents(tx: Tx, streetId: string, now: Date): Promise<void> {
  const resident = await tx.account.findUniqueOrThrow({
    where: { username: 'resident' },
    select: { id: true, resident: { select: { accountId: true } } },
  })
  if (resident.resident) return
  const doors = await tx.household.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId,
      endedAt: null,
      stairwell: {
        building: {
          captainBuildings: {
            some: { appointment: { person: { account: { username: 'captain' } } } },
          },
        },
      },
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 2,
    select: {
      id: true,
      room: true,
      stairwell: {
        select: { name: true, building: { select: { name: true, compound: { select: { name: true } } } } },
      },
    },
  })
  await tx.resident.create({
    data: {
      streetId,
      accountId: resident.id,
      phone: PHONE,
      registeredAt: new Date(now.getTime() - 40 * DAY_MS),
      seenAt: now,
    },
    select: { accountId: true },
  })
  await tx.consent.create({
    data: {
      streetId,
      id: uuidv7(now),
      accountId: resident.id,
      purpose: 'residents',
      textVersion: TERMS_TEXT,
      givenOn: new Date(now.getTime() - 40 * DAY_MS),
      source: 'account',
    },
    select: { id: true },
  })
  const [home] = doors
  if (!home) return
  const { stairwell, room } = home
  const door = `${stairwell.building.compound.name}${stairwell.building.name} ${stairwell.name} ${room}`
  await tx.householdMember.create({
    data: {
      streetId,
      id: uuidv7(now),
      householdId: home.id,
      accountId: resident.id,
      state: 'confirmed',
      way: 'claim',
      name: '周居民',
      search: searchText('周居民', door),
      claimedAt: new Date(now.getTime() - 40 * DAY_MS),
      decidedAt: new Date(now.getTime() - 39 * DAY_MS),
    },
    select: { id: true },
  })
}
