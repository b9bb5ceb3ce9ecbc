import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf, instantAt } from '@/core/instants'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { dateOf } from '@/server/term'

const EVERY_DAYS = 7
const WEEKS = 5
/** Simulated neighbours who were there when a box was opened. */
const WITNESSES = ['居民代表王阿姨', '党员志愿者李师傅', '楼组长周老师']
const PLACES = ['一单元门口', '车棚旁', '公告栏下', '门卫室外']

type Place = {
  streetId: string
  staff: { id: string; displayName: string }
  buildings: readonly { id: string }[]
  now: Date
}

/** The round in which a building's slip was found. */
type Hung = Map<string, { id: string; hour: Date }>

/** A box at each building with weekly rounds, every third of them overdue; most rounds found nothing. */
export async function hangBoxes(tx: Tx, { streetId, staff, buildings, now }: Place): Promise<Hung> {
  const today = dayOf(now)
  const hung: Hung = new Map()
  const boxes: Prisma.OpinionBoxCreateManyInput[] = []
  const rounds: Prisma.OpinionBoxRoundCreateManyInput[] = []
  for (const [place, { id: buildingId }] of buildings.entries()) {
    const boxId = uuidv7(now)
    const since = addDays(today, -EVERY_DAYS * (WEEKS + 2))
    boxes.push({
      streetId,
      id: boxId,
      buildingId,
      serves: place % 5 === 4 ? 'compound' : 'building',
      place: PLACES[place % PLACES.length] ?? '',
      since: dateOf(since),
      createdAt: new Date(now.getTime() - place * 60_000),
    })
    const latest = place % 3 === 0 ? 2 : 0
    for (let week = WEEKS; week >= latest; week--) {
      const hour = instantAt(addDays(today, -week * EVERY_DAYS - 1), (9 + (place % 6)) * 60)
      const id = uuidv7(now)
      const isFound = week === latest + 1
      if (isFound) hung.set(buildingId, { id, hour })
      rounds.push({
        streetId,
        id,
        boxId,
        emptiedHour: hour,
        // Every fourth box has a slip more than has been typed in.
        slips: isFound ? (place % 4 === 0 ? 2 : 1) : 0,
        accountId: staff.id,
        actor: staff.displayName,
        witness: WITNESSES[(place + week) % WITNESSES.length] ?? '',
        createdAt: hour,
      })
    }
  }
  await tx.opinionBox.createMany({ data: boxes })
  await tx.opinionBoxRound.createMany({ data: rounds })
  return hung
}
