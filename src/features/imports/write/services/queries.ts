import type { Day } from '@/core/instants'
import { columnsOf, IMPORTED_SURVEY } from '@/features/surveys/imported/rules'
import type { Tx } from '@/server/db'
import { dateOf, dayFrom } from '@/server/term'
import { type Held, known } from '../held'

/** Providers, workers with their newest wage, and questionnaires. */
export async function servicesOf(tx: Tx, streetId: string, today: Day) {
  const providers = await tx.provider.findMany({
    where: { streetId },
    select: {
      id: true,
      endedAt: true,
      category: true,
      name: true,
      offers: true,
      contactName: true,
      phone: true,
      address: true,
      fee: true,
      hoursText: true,
      longitude: true,
      latitude: true,
    },
  })
  const workers = await tx.worker.findMany({
    where: { streetId },
    select: {
      id: true,
      employeeNumber: true,
      post: true,
      furtherPosts: true,
      certificates: true,
      startsOn: true,
      endsOn: true,
      operator: { select: { name: true } },
      person: { select: { name: true, phone: true } },
      wages: {
        orderBy: { startsOn: 'desc' },
        take: 1,
        select: { monthlyFen: true },
      },
    },
  })
  const questionnaires = await tx.questionnaire.findMany({
    where: { streetId, survey: { name: IMPORTED_SURVEY.name } },
    select: {
      id: true,
      number: true,
      room: true,
      method: true,
      isReturned: true,
      returnedOn: true,
      answers: true,
      compound: { select: { name: true } },
      building: { select: { number: true } },
    },
  })
  return {
    providers: providers.map(
      ({ id, endedAt, category, name, ...facts }): Held<'providers'> => ({
        id,
        ended: endedAt !== null,
        record: { category, name, ...known(facts) },
      }),
    ),
    workers: workers.map(
      ({ id, startsOn, endsOn, person, operator, wages, ...facts }): Held<'workers'> => ({
        id,
        ended: endsOn !== null && endsOn < dateOf(today),
        record: {
          ...facts,
          person: person.phone ? { name: person.name, phone: person.phone } : { name: person.name },
          operator: operator.name,
          startsOn: dayFrom(startsOn),
          ...known({ monthlyFen: wages[0]?.monthlyFen }),
        },
      }),
    ),
    questionnaires: questionnaires.map(
      ({
        id,
        number,
        isReturned,
        returnedOn,
        compound,
        building,
        answers,
        ...facts
      }): Held<'questionnaires'> => ({
        id,
        record: {
          number,
          compound: compound.name,
          returned: isReturned,
          ...columnsOf(answers as Record<string, unknown>),
          ...known({ ...facts, building: building?.number, returnedOn: returnedOn && dayFrom(returnedOn) }),
        },
      }),
    ),
  }
}
