import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf } from '@/core/instants'
import { issueTo } from '@/features/surveys/issuing/commands'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf } from '@/server/term'
import { chance } from '../requests/rules'
import { DEMO_QUESTIONS, simulatedAnswers } from './rules'

const SEED = 20_261_126
const NAME = '便民服务满意度调查'
const NAME_EN = 'How satisfied are you with the services?'
const MOST_DOORS = 60
const FLOORS = 4
const METHODS = ['visit', 'link', 'paper'] as const

const ofGridMember = {
  grid: { members: { some: { person: { account: { demo: true, username: 'grid-member' } } } } },
}

/** A small campaign that runs: issued to the doors there are, answered by some of them; all of it simulated. */
export async function askHouseholds(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.survey.count({ where: { streetId, name: NAME } })) > 0) return
  await hangDoors(tx, streetId, now)
  const today = dayOf(now)
  const [surveyId, formId] = [uuidv7(now), uuidv7(now)]
  await tx.survey.create({
    data: {
      streetId,
      id: surveyId,
      name: NAME,
      nameEn: NAME_EN,
      intro: '请告诉我们，今年的便民服务做得怎么样。只要三分钟，每户一份。',
      introEn:
        'Tell us how the services have been this year. It takes three minutes; each household answers once.',
      state: 'running',
      startsOn: dateOf(addDays(today, -10)),
      endsOn: dateOf(addDays(today, 20)),
      search: searchText(NAME, NAME_EN),
      createdAt: now,
    },
    select: { id: true },
  })
  await tx.surveyForm.create({
    data: {
      streetId,
      id: formId,
      surveyId,
      number: 1,
      questions: structuredClone(DEMO_QUESTIONS) as object,
      createdAt: now,
    },
    select: { id: true },
  })
  const doors = await doorsOf(tx, streetId)
  const third = Math.ceil(doors.length / METHODS.length)
  const ids: string[] = []
  for (const [place, method] of METHODS.entries()) {
    const part = doors.slice(place * third, (place + 1) * third)
    ids.push(...(await issueTo(tx, { streetId, id: surveyId, formId }, part, method, now)))
  }
  const next = chance(SEED)
  for (const [place, id] of ids.entries())
    await tx.questionnaire.update({
      where: { streetId_id: { streetId, id } },
      data: outcomeOf(next, METHODS[Math.floor(place / third)] ?? 'visit', now),
      select: { id: true },
    })
}

function outcomeOf(next: () => number, channel: string, now: Date) {
  const draw = next()
  const day = dateOf(addDays(dayOf(now), -Math.floor(next() * 9)))
  const answers = simulatedAnswers(next) as object
  if (draw < 0.45) return { answers, channel, isReturned: true, returnedOn: day }
  if (draw < 0.53) return { answers: { used: 'o1' }, channel }
  return draw < 0.58 ? { declinedOn: day } : {}
}

/** The doors of the demo's grid member, so that there is somebody to visit. */
async function hangDoors(tx: Tx, streetId: string, now: Date): Promise<void> {
  const stairwells = await tx.stairwell.findMany({
    where: {
      streetId,
      endedAt: null,
      households: { none: {} },
      building: { endedAt: null, ...ofGridMember },
    },
    orderBy: [{ buildingId: 'asc' }, { number: 'asc' }],
    take: 3,
    select: { id: true, name: true },
  })
  await tx.household.createMany({
    data: stairwells.flatMap(({ id: stairwellId, name }) =>
      Array.from({ length: FLOORS }, (_, floor) => `${floor + 1}01`).map((room) => ({
        streetId,
        id: uuidv7(now),
        stairwellId,
        room,
        sortKey: sortKey(`${name}-${room}`),
        search: searchText(room),
        createdAt: now,
      })),
    ),
  })
}

/** The grid member's doors first, then as many others as make up the number. */
async function doorsOf(tx: Tx, streetId: string) {
  const some = (building: object, take: number) =>
    tx.household.findMany({
      relationLoadStrategy: 'join',
      where: { streetId, endedAt: null, stairwell: { building } },
      orderBy: [{ stairwell: { building: { sortKey: 'asc' } } }, { sortKey: 'asc' }, { stairwellId: 'asc' }],
      take,
      select: { id: true, stairwell: { select: { building: { select: { id: true, compoundId: true } } } } },
    })
  const own = await some(ofGridMember, MOST_DOORS / 2)
  const others = await some({ NOT: ofGridMember }, MOST_DOORS - own.length)
  return [...own, ...others].map(({ id: householdId, stairwell: { building } }) => ({
    householdId,
    buildingId: building.id,
    compoundId: building.compoundId,
  }))
}
