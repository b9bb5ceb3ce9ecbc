import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { ServiceCategory } from '@/core/service-categories'
import { compoundsWithin } from '@/features/places/policy'
import { IMPORTED_SURVEY } from '@/features/surveys/imported/rules'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { demandsWithin } from '../policy'
import { type Found, sourceOf } from './queries'
import { ONE_HOUSEHOLD, POINTS } from './rules'
import type { NewEvidence } from './schema'

/** Counts the figures of demands anew from their evidence: to be called wherever evidence comes or moves. */
export async function recount(tx: Tx, streetId: string, demandIds: readonly string[]): Promise<void> {
  if (demandIds.length === 0) return
  await tx.$executeRaw`
    UPDATE demand d SET households = f.households, compounds = f.compounds, since_on = f.since_on,
      priority = f.households * ${POINTS.household}::int + f.compounds * ${POINTS.compound}::int
        + CASE WHEN d.is_urgent THEN ${POINTS.urgent}::int ELSE 0 END
    FROM (
      SELECT x.id,
        (count(DISTINCT coalesce(e.household_id, e.source_id))
          FILTER (WHERE e.household_id IS NOT NULL OR e.kind::text = ANY(${[...ONE_HOUSEHOLD]})))::int AS households,
        count(DISTINCT e.compound_id)::int AS compounds, min(e.happened_on) AS since_on
      FROM unnest(${[...demandIds]}::uuid[]) x(id)
      LEFT JOIN demand_evidence e ON e.street_id = ${streetId}::uuid AND e.demand_id = x.id AND e.kind <> 'opinion'
      GROUP BY x.id
    ) f WHERE d.street_id = ${streetId}::uuid AND d.id = f.id`
}

/** Holds demands until the transaction ends, in one order, so that two that move evidence wait for each other. */
export async function holdDemands(tx: Tx, streetId: string, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM demand WHERE street_id = ${streetId}::uuid AND id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
}

export const evidenceData = (
  act: Act,
  demandId: string,
  { title: _title, category: _category, ...found }: Found,
): Prisma.DemandEvidenceCreateManyInput => ({
  ...found,
  streetId: act.principal.streetId,
  id: uuidv7(act.now),
  demandId,
  originId: demandId,
  createdAt: act.now,
})

/** Lays one more piece of evidence to a demand; the same record counts once. */
export async function addEvidence(
  act: Act,
  demandId: string,
  evidence: NewEvidence,
): Promise<Result<{ id: string }, 'not-found' | 'unknown-reference' | 'already-exists'>> {
  const { tx, principal } = act
  const { streetId } = principal
  const where = {
    AND: [{ id: demandId, mergedIntoId: null }, demandsWithin(principal, 'demands.write')],
  }
  if ((await tx.demand.count({ where })) === 0) return refuse('not-found')
  const found = await sourceOf(act, evidence)
  if (!found) {
    const field = evidence.kind === 'other' ? 'evidence.compoundId' : 'evidence.sourceId'
    return refuse('unknown-reference', { [field]: 'unknown-reference' })
  }
  await holdDemands(tx, streetId, [demandId])
  const known = await tx.demandEvidence.count({
    where: {
      streetId,
      kind: found.kind,
      sourceId: found.sourceId,
      OR: [{ demandId }, { originId: demandId }],
    },
  })
  if (known > 0) return refuse('already-exists', { 'evidence.sourceId': 'already-exists' })
  await tx.demandEvidence.create({ data: evidenceData(act, demandId, found), select: { id: true } })
  await recount(tx, streetId, [demandId])
  await recordAudit(act, {
    action: 'demand.evidence',
    subject: { kind: 'demand', id: demandId },
    changes: { evidence: { to: found.kind } },
  })
  return ok({ id: demandId })
}

/** What the questionnaires call their services, and the category of each. */
const CATEGORY_OF: Readonly<Record<string, ServiceCategory>> = {
  管道疏通: 'repair',
  水电急修: 'repair',
  屋面防水: 'repair',
  路灯维修: 'repair',
  垃圾清运: 'cleaning',
  楼道保洁: 'cleaning',
  夜间巡逻: 'security',
  停车管理: 'parking',
  充电设施: 'parking',
  电动车治理: 'parking',
  绿化修剪: 'greenery',
  助老送餐: 'elderly',
  代办跑腿: 'errands',
  文体活动: 'culture',
  矛盾调解: 'mediation',
  宠物管理: 'pets',
}

/** The campaign of the registers, whose first question asks for services by the names that demands go by. */
const registered = (streetId: string) =>
  Prisma.sql`SELECT id FROM survey WHERE street_id = ${streetId}::uuid AND name = ${IMPORTED_SURVEY.name}`

/** Makes a demand of each service that households asked for on paper and of each word that free answers were coded with, and lays every answer to it once; answers how many pieces came. */
export async function gatherWants(
  tx: Tx,
  streetId: string,
  compoundIds: readonly string[] | null,
  now: Date,
): Promise<number> {
  const there = compoundIds ? Prisma.sql`AND q.compound_id = ANY(${[...compoundIds]}::uuid[])` : Prisma.empty
  const wants = await tx.$queryRaw<{ want: string }[]>`
    SELECT w.want FROM questionnaire q CROSS JOIN LATERAL jsonb_array_elements_text(q.answers->'wants') w(want)
    WHERE q.street_id = ${streetId}::uuid AND q.survey_id = (${registered(streetId)}) ${there}
    UNION
    SELECT c.name FROM answer_code k
    JOIN questionnaire q ON q.street_id = k.street_id AND q.id = k.questionnaire_id
    JOIN survey_code c ON c.street_id = k.street_id AND c.id = k.code_id
    WHERE k.street_id = ${streetId}::uuid ${there} ORDER BY 1`
  const titles = wants.map(({ want }) => want.slice(0, 60))
  const known = await tx.demand.findMany({
    where: { streetId, title: { in: titles } },
    select: { title: true },
  })
  const has = new Set(known.map(({ title }) => title))
  await tx.demand.createMany({
    data: [...new Set(titles)]
      .filter((title) => !has.has(title))
      .map((title) => ({
        streetId,
        id: uuidv7(now),
        title,
        category: CATEGORY_OF[title] ?? 'other',
        sortKey: sortKey(title),
        search: searchText(title),
        createdAt: now,
      })),
  })
  const added = await tx.$executeRaw`
    INSERT INTO demand_evidence
      (street_id, id, demand_id, origin_id, kind, source_id, compound_id, building_id, household_id, happened_on, words, created_at)
    SELECT q.street_id, gen_random_uuid(), coalesce(d.merged_into_id, d.id), d.id, 'answer', q.id, q.compound_id, q.building_id,
      q.household_id, coalesce(q.returned_on, (q.created_at AT TIME ZONE 'Asia/Shanghai')::date), left(w.words, 500), ${now}
    FROM questionnaire q CROSS JOIN LATERAL (
      SELECT left(u.want, 60) AS want, q.answers->>'remark' AS words
        FROM jsonb_array_elements_text(CASE jsonb_typeof(q.answers->'wants') WHEN 'array' THEN q.answers->'wants' ELSE '[]' END) u(want)
        WHERE q.survey_id = (${registered(streetId)})
      UNION
      SELECT c.name, q.answers->>k.question FROM answer_code k JOIN survey_code c ON c.street_id = k.street_id AND c.id = k.code_id
        WHERE k.street_id = q.street_id AND k.questionnaire_id = q.id) w
    JOIN LATERAL (SELECT id, merged_into_id FROM demand WHERE street_id = q.street_id AND title = w.want
      ORDER BY created_at, id LIMIT 1) d ON true
    WHERE q.street_id = ${streetId}::uuid AND q.is_returned ${there}
    ON CONFLICT (street_id, origin_id, kind, source_id) DO NOTHING`
  const touched = await tx.demand.findMany({
    where: { streetId, evidence: { some: {} } },
    select: { id: true },
  })
  await recount(
    tx,
    streetId,
    touched.map(({ id }) => id),
  )
  return added
}

/** Gathers the answers of the caller's scope into demands. */
export async function gatherAnswers(act: Act): Promise<Result<{ added: number }, never>> {
  const { tx, principal, now } = act
  const compounds = await tx.compound.findMany({
    where: compoundsWithin(principal, 'demands.write'),
    select: { id: true },
  })
  const added = await gatherWants(
    tx,
    principal.streetId,
    compounds.map(({ id }) => id),
    now,
  )
  await recordAudit(act, { action: 'demand.gather', changes: { rows: { to: added } } })
  return ok({ added })
}
