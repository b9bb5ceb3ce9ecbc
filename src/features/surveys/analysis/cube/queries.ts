import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Part } from '../blocks/rules'
import type { Cell } from '../figures/rules'

/** A part with its names, and how many questionnaires were issued in it. */
export type Located = Part & {
  issued: number
  /** Of the compound's register, where it says so. */
  households: number | null
  communityName: string
  compoundName: string
  gridName: string | null
}

export type KeysByKind = { texts: string[]; rankings: string[] }

/** Where the campaign's questionnaires lie and how many came back; of the whole street, since blocks are the same for every reader. */
export const partsOf = ({ tx, principal }: Act, surveyId: string) =>
  tx.$queryRaw<Located[]>`
    SELECT g.compound, c.community_id AS community, g.grid, coalesce((c.built_year / 10 * 10)::text, '') AS age,
      g.issued, g.returned, co.name AS "communityName", c.name AS "compoundName", gr.name AS "gridName",
      coalesce(c.household_count, (SELECT sum(b.household_count)::int FROM building b
        WHERE b.street_id = c.street_id AND b.compound_id = c.id AND b.ended_at IS NULL)) AS households
    FROM (
      SELECT q.compound_id AS compound, b.grid_id AS grid, count(*)::int AS issued,
        (count(*) FILTER (WHERE q.is_returned))::int AS returned
      FROM questionnaire q
      LEFT JOIN building b ON b.street_id = q.street_id AND b.id = q.building_id
      WHERE q.street_id = ${principal.streetId}::uuid AND q.survey_id = ${surveyId}::uuid
      GROUP BY 1, 2) g
    JOIN compound c ON c.street_id = ${principal.streetId}::uuid AND c.id = g.compound
    JOIN community co ON co.street_id = c.street_id AND co.id = c.community_id
    LEFT JOIN grid gr ON gr.street_id = c.street_id AND gr.id = g.grid
    ORDER BY co.sort_key, c.sort_key, gr.name, g.compound, g.grid`

/** How many answers of each part say what, by one pass over the answers of the campaign. */
export const cellsOf = (
  { tx, principal }: Act,
  surveyId: string,
  keys: KeysByKind,
  only: string | undefined,
) =>
  tx.$queryRaw<(Omit<Cell, 'part'> & { compound: string; grid: string | null })[]>`
    WITH answer AS MATERIALIZED (
      SELECT q.id, q.compound_id AS compound, b.grid_id AS grid, a.key AS question, a.value, jsonb_typeof(a.value) AS type
      FROM questionnaire q
      LEFT JOIN building b ON b.street_id = q.street_id AND b.id = q.building_id
      CROSS JOIN LATERAL jsonb_each(q.answers) a
      WHERE q.street_id = ${principal.streetId}::uuid AND q.survey_id = ${surveyId}::uuid AND q.is_returned
        AND a.value NOT IN ('null', '[]', '{}', '""') ${only ? Prisma.sql`AND a.key = ${only}` : Prisma.empty}),
    said AS (
      SELECT compound, grid, question, NULL::text AS item, NULL::text AS place FROM answer
      UNION ALL
      SELECT compound, grid, question, value #>> '{}', NULL FROM answer
      WHERE type IN ('string', 'number') AND question <> ALL(${keys.texts})
      UNION ALL
      SELECT compound, grid, question, e.item, CASE WHEN question = ANY(${keys.rankings}) THEN e.place::text END
      FROM answer CROSS JOIN LATERAL jsonb_array_elements_text(value) WITH ORDINALITY e(item, place) WHERE type = 'array'
      UNION ALL
      SELECT compound, grid, question, m.value, m.key
      FROM answer a CROSS JOIN LATERAL jsonb_each_text(a.value) m WHERE type = 'object'
      UNION ALL
      SELECT q.compound_id, b.grid_id, k.question, k.code_id::text, NULL
      FROM answer_code k
      JOIN questionnaire q ON q.street_id = k.street_id AND q.id = k.questionnaire_id
      LEFT JOIN building b ON b.street_id = q.street_id AND b.id = q.building_id
      WHERE k.street_id = ${principal.streetId}::uuid AND q.survey_id = ${surveyId}::uuid AND q.is_returned
        AND k.question = ANY(${keys.texts}) ${only ? Prisma.sql`AND k.question = ${only}` : Prisma.empty})
    SELECT compound, grid, question, item, place, count(*)::int AS count FROM said GROUP BY 1, 2, 3, 4, 5`
