import { isServiceCategory, type ServiceCategory } from '@/core/service-categories'
import { opinionsWithin } from '@/features/opinions/policy'
import { buildingsWithin, compoundsWithin } from '@/features/places/policy'
import { requestsWithin } from '@/features/requests/policy'
import { consultationsWithin } from '@/features/surveys/consultations/policy'
import { columnsOf, IMPORTED_SURVEY } from '@/features/surveys/imported/rules'
import { visitsWithin } from '@/features/surveys/visits/policy'
import type { EvidenceKind, Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { dateOf, todayOf } from '@/server/term'
import { evidenceWithin } from '../policy'
import { SMALL_GROUP } from './rules'
import type { EvidenceFilter, NewEvidence } from './schema'

/** A piece of evidence as it will be kept: where, whose, since when, and what was said. */
export type Found = {
  kind: EvidenceKind
  sourceId: string
  compoundId: string
  buildingId: string | null
  householdId: string | null
  happenedOn: Date
  words: string | null
  /** What the source is called, to begin a new demand's title with. */
  title: string | null
  category: ServiceCategory | null
}

/** The record that a demand is to be drawn from, as far as the caller may read it; null when there is none. */
export async function sourceOf(act: Act, evidence: NewEvidence): Promise<Found | null> {
  if (evidence.kind === 'other') return toldOf(act, evidence)
  const find = { answer, visit, consultation, opinion, request }[evidence.kind]
  const found = await find(act, evidence.sourceId)
  return found && { ...found, kind: evidence.kind, sourceId: evidence.sourceId }
}

type Read = Omit<Found, 'kind' | 'sourceId'>

async function toldOf(
  { tx, principal }: Act,
  told: Extract<NewEvidence, { kind: 'other' }>,
): Promise<Found | null> {
  const { kind, compoundId, happenedOn, words } = told
  const compound = await tx.compound.count({
    where: { AND: [{ id: compoundId, endedAt: null }, compoundsWithin(principal, 'demands.write')] },
  })
  if (compound === 0) return null
  const place = { compoundId, buildingId: null, householdId: null }
  return {
    ...place,
    kind,
    sourceId: crypto.randomUUID(),
    happenedOn: dateOf(happenedOn),
    words,
    title: null,
    category: null,
  }
}

async function answer({ tx, principal }: Act, id: string): Promise<Read | null> {
  const found = await tx.questionnaire.findFirst({
    where: { AND: [{ id, isReturned: true }, { compound: compoundsWithin(principal, 'demands.write') }] },
    select: {
      compoundId: true,
      buildingId: true,
      householdId: true,
      returnedOn: true,
      createdAt: true,
      answers: true,
      survey: { select: { name: true } },
    },
  })
  if (!found) return null
  const { returnedOn, createdAt, answers, survey, ...place } = found
  // Only of the registers' questions is it known which one asks for a remark.
  const { worstProblem, remark } =
    survey.name === IMPORTED_SURVEY.name ? columnsOf(answers as Record<string, unknown>) : {}
  return {
    ...place,
    happenedOn: returnedOn ?? todayOf(createdAt),
    words: remark ?? null,
    title: worstProblem ?? null,
    category: null,
  }
}

async function visit({ tx, principal }: Act, id: string): Promise<Read | null> {
  const found = await tx.visit.findFirst({
    where: { AND: [{ id }, visitsWithin(principal, 'visits.read')] },
    select: {
      buildingId: true,
      householdId: true,
      happenedAt: true,
      words: true,
      topics: true,
      building: { select: { compoundId: true } },
    },
  })
  if (!found) return null
  const { building, happenedAt, topics, ...rest } = found
  const category = topics.find(isServiceCategory) ?? null
  return { ...rest, ...building, happenedOn: todayOf(happenedAt), title: null, category }
}

async function consultation({ tx, principal }: Act, id: string): Promise<Read | null> {
  const found = await tx.consultation.findFirst({
    where: { AND: [{ id }, consultationsWithin(principal, 'consultations.read')] },
    select: { compoundId: true, topic: true, heldAt: true, decision: true },
  })
  // What was talked of for a whole community has no place among compounds.
  if (!found?.compoundId) return null
  const { compoundId, topic, heldAt, decision } = found
  const place = { compoundId, buildingId: null, householdId: null }
  return { ...place, happenedOn: todayOf(heldAt), words: decision, title: topic, category: null }
}

/** Only what is about nobody, and only its building and day: words and hour stay in the box. */
async function opinion({ tx, principal }: Act, id: string): Promise<Read | null> {
  const found = await tx.opinion.findFirst({
    where: {
      AND: [
        { id, triage: 'demand', about: { in: ['nobody', 'office'] } },
        opinionsWithin(principal, 'opinions.read'),
      ],
    },
    select: { buildingId: true, hour: true, building: { select: { compoundId: true } } },
  })
  if (!found) return null
  const place = { buildingId: found.buildingId, householdId: null, compoundId: found.building.compoundId }
  return { ...place, happenedOn: todayOf(found.hour), words: null, title: null, category: null }
}

async function request({ tx, principal }: Act, id: string): Promise<Read | null> {
  const found = await tx.request.findFirst({
    where: { AND: [{ id }, requestsWithin(principal, 'requests.read')] },
    select: {
      compoundId: true,
      buildingId: true,
      createdAt: true,
      words: true,
      category: { select: { name: true } },
    },
  })
  if (!found) return null
  const { createdAt, category, words, ...place } = found
  return {
    ...place,
    householdId: null,
    happenedOn: todayOf(createdAt),
    words: words.slice(0, 500),
    title: category.name,
    category: null,
  }
}

const ROW = {
  id: true,
  kind: true,
  sourceId: true,
  happenedOn: true,
  words: true,
  householdId: true,
  compound: { select: { id: true, name: true } },
  building: { select: { name: true } },
  household: { select: { room: true, stairwell: { select: { name: true } } } },
} satisfies Prisma.DemandEvidenceSelect

export type EvidenceRow = {
  id: string
  kind: EvidenceKind
  happenedOn: Date
  compound: { id: string; name: string }
  /** Building and door, for who may look into evidence; the compound alone for all others. */
  place: string | null
  words: string | null
  sourceId: string | null
}

/** A page of a demand's evidence in the reader's scope, the oldest first. Doors and words of few households are for those who may look into evidence. */
export async function listEvidence(
  act: Act,
  demandId: string,
  filter: EvidenceFilter,
): Promise<Page<EvidenceRow>> {
  const { tx, principal } = act
  const where: Prisma.DemandEvidenceWhereInput = {
    AND: [
      { demandId },
      evidenceWithin(principal, 'demands.read'),
      filter.kind ? { kind: filter.kind } : {},
      filter.compound ? { compoundId: filter.compound } : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const at = keyset('happenedOn', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.demandEvidence.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, at.where] },
      orderBy: at.orderBy,
      take: at.take,
      select: ROW,
    }),
    tx.demandEvidence.count({ where }),
  ])
  const [open, large] = await Promise.all([
    tx.demandEvidence.findMany({
      where: {
        AND: [{ id: { in: found.map(({ id }) => id) } }, evidenceWithin(principal, 'demands.evidence')],
      },
      select: { id: true },
    }),
    largeGroups(act, demandId),
  ])
  const inFull = new Set(open.map(({ id }) => id))
  const page = pageOf(found, filter.size, cursor, total, (row) => row.happenedOn.toISOString())
  return { ...page, rows: page.rows.map((row) => told(row, inFull.has(row.id), large)) }
}

function told(
  row: Prisma.DemandEvidenceGetPayload<{ select: typeof ROW }>,
  inFull: boolean,
  large: ReadonlySet<string>,
): EvidenceRow {
  const { id, kind, happenedOn, compound, building, household, words, sourceId } = row
  const door = household ? ` ${household.stairwell.name} ${household.room}` : ''
  return {
    id,
    kind,
    happenedOn,
    compound,
    place: inFull && building ? `${building.name}${door}` : null,
    words: inFull || large.has(compound.id) ? words : null,
    sourceId: inFull ? sourceId : null,
  }
}

/** The compounds in which so many households ask for the demand that their words point at none of them. */
async function largeGroups({ tx, principal }: Act, demandId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ compound_id: string }[]>`
    SELECT compound_id FROM demand_evidence
    WHERE street_id = ${principal.streetId}::uuid AND demand_id = ${demandId}::uuid
      AND (household_id IS NOT NULL OR kind IN ('answer', 'request'))
    GROUP BY compound_id HAVING count(DISTINCT coalesce(household_id, source_id)) >= ${SMALL_GROUP}`
  return new Set(rows.map(({ compound_id }) => compound_id))
}

/** The building's name for who hears an opinion's place; asked by the form that draws a demand from a record. */
export const placeOf = async ({ tx, principal }: Act, { compoundId, buildingId }: Found): Promise<string> => {
  const compound = await tx.compound.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: compoundId } },
    select: { name: true },
  })
  if (!buildingId) return compound.name
  const building = await tx.building.findFirst({
    where: { AND: [{ id: buildingId }, buildingsWithin(principal, 'demands.write')] },
    select: { name: true },
  })
  return [compound.name, building?.name].filter(Boolean).join(' ')
}
