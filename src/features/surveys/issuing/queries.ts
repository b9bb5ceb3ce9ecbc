import { buildingsWithin, compoundsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { codeFrom } from '@/server/secrets'
import { inTermOn, todayOf } from '@/server/term'
import { questionnairesWithin } from '../campaigns/policy'
import { CODE_LETTERS } from './rules'
import type { QuestionnaireFilter, QuestionnaireState } from './schema'

/** Questionnaires of a state; one that was begun is issued too, and what was declined is nobody's to visit. */
export const inState = (state: QuestionnaireState): Prisma.QuestionnaireWhereInput => {
  const untouched = { answers: { equals: {} } }
  switch (state) {
    case 'returned':
      return { isReturned: true }
    case 'declined':
      return { isReturned: false, declinedOn: { not: null } }
    case 'begun':
      return { isReturned: false, declinedOn: null, NOT: untouched }
    case 'issued':
      return { isReturned: false, declinedOn: null, ...untouched }
    default:
      return { isReturned: false, declinedOn: null }
  }
}

/** The code of a questionnaire's own link and paper: signed by this installation, so that it can be printed again; the table holds its hash. */
export const codeOfQuestionnaire = (id: string): string => codeFrom('survey-link', id, CODE_LETTERS)

const ROW = {
  id: true,
  number: true,
  method: true,
  channel: true,
  room: true,
  isReturned: true,
  returnedOn: true,
  declinedOn: true,
  compound: { select: { name: true, community: { select: { name: true } } } },
  building: { select: { name: true, grid: { select: { id: true, name: true } } } },
  household: { select: { room: true, stairwell: { select: { name: true } } } },
} satisfies Prisma.QuestionnaireSelect

type Read = Prisma.QuestionnaireGetPayload<{ select: typeof ROW }>
export type QuestionnaireRow = Omit<Read, 'room' | 'household'> & {
  door: string | null
  state: Exclude<QuestionnaireState, 'open'>
  /** Who goes from door to door in the grid. */
  visitors: string[]
}

/** The door as it stands on paper. */
export const doorOf = ({ room, household }: Pick<Read, 'room' | 'household'>): string | null =>
  household ? `${household.stairwell.name}${household.room}` : room

/** A page of a campaign's questionnaires in the scope of whoever takes answers: whose door, in what state, and who visits it; what was answered is not among it. */
export async function listQuestionnaires(
  act: Act,
  surveyId: string,
  filter: QuestionnaireFilter,
): Promise<Page<QuestionnaireRow>> {
  const { tx, principal } = act
  const where: Prisma.QuestionnaireWhereInput = {
    AND: [
      { surveyId },
      questionnairesWithin(principal, 'surveys.answers'),
      filter.q ? { number: { contains: filter.q } } : {},
      filter.state ? inState(filter.state) : {},
      filter.community ? { compound: { communityId: filter.community } } : {},
      filter.grid ? { building: { gridId: filter.grid } } : {},
      filter.building ? { buildingId: filter.building } : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('number', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.questionnaire.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    tx.questionnaire.count({ where }),
  ])
  const [begun, visitors] = await Promise.all([
    tx.questionnaire.findMany({
      where: { streetId: principal.streetId, id: { in: found.map(({ id }) => id) }, ...inState('begun') },
      select: { id: true },
    }),
    visitorsOf(
      act,
      found.flatMap(({ building }) => building?.grid?.id ?? []),
    ),
  ])
  const isBegun = new Set(begun.map(({ id }) => id))
  const rows = found.map(
    ({ room, household, ...row }): QuestionnaireRow => ({
      ...row,
      door: doorOf({ room, household }),
      state: row.isReturned
        ? 'returned'
        : row.declinedOn
          ? 'declined'
          : isBegun.has(row.id)
            ? 'begun'
            : 'issued',
      visitors: visitors.get(row.building?.grid?.id ?? '') ?? [],
    }),
  )
  return pageOf(rows, filter.size, cursor, total, (row) => row.number)
}

/** The members of grids today, by grid. */
export async function visitorsOf(
  { tx, principal, now }: Act,
  gridIds: readonly string[],
): Promise<Map<string, string[]>> {
  const members = await tx.gridMember.findMany({
    where: { streetId: principal.streetId, gridId: { in: [...new Set(gridIds)] }, ...inTermOn(todayOf(now)) },
    orderBy: { sortKey: 'asc' },
    select: { gridId: true, person: { select: { name: true } } },
  })
  const names = new Map<string, string[]>()
  for (const { gridId, person } of members) names.set(gridId, [...(names.get(gridId) ?? []), person.name])
  return names
}

type Options = { groups: { label: string; items: { id: string; label: string; detail?: string }[] }[] }

/** Compounds and buildings that questionnaires can be issued to. */
export async function issuePlaces({ tx, principal }: Act, typed: string | undefined): Promise<Options> {
  const [compounds, buildings] = await Promise.all([
    tx.compound.findMany({
      where: { AND: [compoundsWithin(principal, 'surveys.write'), { endedAt: null }, searching(typed)] },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      take: 12,
      select: { id: true, name: true },
    }),
    typed
      ? tx.building.findMany({
          where: { AND: [buildingsWithin(principal, 'surveys.write'), { endedAt: null }, searching(typed)] },
          orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
          take: 12,
          select: { id: true, name: true, compound: { select: { name: true } } },
        })
      : [],
  ])
  const items = [
    ...compounds.map(({ id, name }) => ({ id: `compound:${id}`, label: name })),
    ...buildings.map(({ id, name, compound }) => ({
      id: `building:${id}`,
      label: `${compound.name} ${name}`,
    })),
  ]
  return { groups: items.length > 0 ? [{ label: '', items }] : [] }
}
