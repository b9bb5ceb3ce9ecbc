import { addDays, type Day, dayOf, startOf } from '@/core/instants'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { type Principal, reach } from '@/server/principal'
import type { Grouping, ReportFilter } from './schema'

/** Half a year: what a report covers unless it is told otherwise. */
const USUAL_DAYS = 183

export type ReportRow = {
  key: string
  name: string | null
  /** Reported in the period. */
  count: number
  /** Of them, not at an end yet. */
  open: number
  /** Of them, late at some time. */
  late: number
  /** From report to acceptance, in minutes of the clock on the wall. */
  acceptMedian: number | null
  acceptP90: number | null
  /** From report to the work's end, in hours of the clock on the wall. */
  resolveMedian: number | null
  resolveP90: number | null
  rated: number
  /** Of the rounds that were rated, the share that satisfied. */
  satisfied: number | null
  /** Of those whose work was finished once, the share that was opened again. */
  reopened: number | null
}

const NAMES: Record<Grouping, { key: Prisma.Sql; name: (isEnglish: boolean) => Prisma.Sql }> = {
  community: { key: Prisma.sql`co.id::text`, name: () => Prisma.sql`co.name` },
  compound: { key: Prisma.sql`c.id::text`, name: () => Prisma.sql`c.name` },
  zone: { key: Prisma.sql`coalesce(z.id::text, '')`, name: () => Prisma.sql`z.name` },
  category: {
    key: Prisma.sql`k.id::text`,
    name: (isEnglish) => (isEnglish ? Prisma.sql`k.name_en` : Prisma.sql`k.name`),
  },
  worker: { key: Prisma.sql`coalesce(w.id::text, '')`, name: () => Prisma.sql`p.name` },
  month: {
    key: Prisma.sql`to_char(r.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
    name: () => Prisma.sql`to_char(r.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
  },
}

/** The reader's scope over the joined tables, as the policy of requests says it. */
function scopeOf(principal: Principal): Prisma.Sql {
  const within = reach(principal, 'reports.read')
  if (within === 'street') return Prisma.sql`true`
  const { communities, compounds, zones, grids, buildings } = within
  return Prisma.sql`(co.id = ANY(${communities}::uuid[]) OR c.id = ANY(${compounds}::uuid[]) OR zc.zone_id = ANY(${zones}::uuid[])
    OR b.grid_id = ANY(${grids}::uuid[]) OR r.building_id = ANY(${buildings}::uuid[]))`
}

/** The days that a report covers, both included. */
export function periodOf({ from, to }: ReportFilter, now: Date): { from: Day; to: Day } {
  const last = to ?? dayOf(now)
  return { from: from ?? addDays(last, -USUAL_DAYS), to: last }
}

/** Requests that were reported in the period, by what is asked for; of the reader's scope alone, in one query. */
export async function reportOf(act: Act, filter: ReportFilter, isEnglish: boolean): Promise<ReportRow[]> {
  const { tx, principal, now } = act
  const { from, to } = periodOf(filter, now)
  const { key, name } = NAMES[filter.by]
  const hours = Prisma.sql`extract(epoch FROM r.finished_at - r.created_at) / 3600`
  const minutes = Prisma.sql`extract(epoch FROM r.accepted_at - r.created_at) / 60`
  return tx.$queryRaw<ReportRow[]>`
    SELECT ${key} AS key, min(${name(isEnglish)}) AS name, count(*)::int AS count,
      count(*) FILTER (WHERE r.state NOT IN ('closed', 'refused', 'withdrawn', 'merged'))::int AS open,
      count(*) FILTER (WHERE r.was_late OR (r.due_at < ${now}
        AND r.state NOT IN ('closed', 'refused', 'withdrawn', 'merged')))::int AS late,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${minutes}) FILTER (WHERE r.accepted_at IS NOT NULL) AS "acceptMedian",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY ${minutes}) FILTER (WHERE r.accepted_at IS NOT NULL) AS "acceptP90",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${hours}) FILTER (WHERE r.finished_at IS NOT NULL) AS "resolveMedian",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY ${hours}) FILTER (WHERE r.finished_at IS NOT NULL) AS "resolveP90",
      coalesce(sum(f.rated), 0)::int AS rated,
      sum(f.satisfied)::float / nullif(sum(f.rated), 0) AS satisfied,
      count(*) FILTER (WHERE r.round > 1)::float
        / nullif(count(*) FILTER (WHERE r.finished_at IS NOT NULL OR r.round > 1), 0) AS reopened
    FROM request r
    JOIN request_category k ON k.street_id = r.street_id AND k.id = r.category_id
    JOIN compound c ON c.street_id = r.street_id AND c.id = r.compound_id
    JOIN community co ON co.street_id = c.street_id AND co.id = c.community_id
    LEFT JOIN zone_compound zc ON zc.street_id = c.street_id AND zc.compound_id = c.id
    LEFT JOIN zone z ON z.street_id = zc.street_id AND z.id = zc.zone_id
    LEFT JOIN building b ON b.street_id = r.street_id AND b.id = r.building_id
    LEFT JOIN worker w ON w.street_id = r.street_id AND w.id = r.worker_id
    LEFT JOIN person p ON p.street_id = w.street_id AND p.id = w.person_id
    LEFT JOIN LATERAL (
      SELECT count(*) AS rated, count(*) FILTER (WHERE satisfied) AS satisfied FROM request_feedback f
      WHERE f.street_id = r.street_id AND f.request_id = r.id) f ON true
    WHERE r.street_id = ${principal.streetId}::uuid
      AND r.created_at >= ${startOf(from)} AND r.created_at < ${startOf(addDays(to, 1))}
      AND ${scopeOf(principal)}
    GROUP BY 1 ORDER BY ${filter.by === 'month' ? Prisma.sql`1` : Prisma.sql`count(*) DESC, 1`}
    LIMIT 500`
}

/** All of a report's rows as one line. */
export function totalsOf(rows: readonly ReportRow[]): Pick<ReportRow, 'count' | 'open' | 'late' | 'rated'> & {
  satisfied: number | null
} {
  const sum = (of: (row: ReportRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const rated = sum((row) => row.rated)
  return {
    count: sum((row) => row.count),
    open: sum((row) => row.open),
    late: sum((row) => row.late),
    rated,
    satisfied: rated === 0 ? null : sum((row) => (row.satisfied ?? 0) * row.rated) / rated,
  }
}
