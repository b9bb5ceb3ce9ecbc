import type { Act } from '@/server/act'
import { publicOrigin } from '@/server/public-address'
import { questionnairesWithin } from '../campaigns/policy'
import { codeOfQuestionnaire, doorOf } from '../issuing/queries'
import type { Question } from '../questions/schema'
import type { PaperJob } from './schema'

const MOST_SHEETS = 400

export type PaperSheet = {
  number: string
  code: string
  address: string
  place: string
  formNumber: number
  questions: readonly Question[]
}

/** The sheets that are still to be answered on paper, in the order of their numbers. */
export async function paperSheets(
  { tx, principal }: Act,
  surveyId: string,
  { community, building, from }: PaperJob,
): Promise<PaperSheet[]> {
  const found = await tx.questionnaire.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        { surveyId, method: 'paper', isReturned: false, declinedOn: null },
        questionnairesWithin(principal, 'surveys.write'),
        community ? { compound: { communityId: community } } : {},
        building ? { buildingId: building } : {},
        from ? { number: { gte: from } } : {},
      ],
    },
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    take: MOST_SHEETS,
    select: {
      id: true,
      number: true,
      room: true,
      compound: { select: { name: true } },
      building: { select: { name: true } },
      household: { select: { room: true, stairwell: { select: { name: true } } } },
      form: { select: { number: true, questions: true } },
    },
  })
  return found.map(({ id, number, compound, building: house, form, ...door }) => {
    const code = codeOfQuestionnaire(id)
    return {
      number,
      code,
      address: `${publicOrigin()}/survey/${code}`,
      place: [compound.name, house?.name, doorOf(door)].filter(Boolean).join(' '),
      formNumber: form.number,
      questions: form.questions as unknown as Question[],
    }
  })
}
