import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { needleOf } from '@/server/needle'
import type { ScopeKind } from './schema'

type Place = { id: string; name: string }
type Named = Exclude<ScopeKind, 'street' | 'own'>

/** What a scope of each kind is called, and whether it is still in use. */
const PLACES = Prisma.sql`(
  SELECT street_id, id, 'community' AS kind, name, NULL AS detail, search, sort_key, ended_at FROM community
  UNION ALL SELECT street_id, id, 'compound', name, NULL, search, sort_key, ended_at FROM compound
  UNION ALL SELECT street_id, id, 'zone', name, NULL, search, sort_key, ended_at FROM zone
  UNION ALL SELECT street_id, id, 'grid', name, code, search, sort_key, ended_at FROM grid
  UNION ALL SELECT b.street_id, b.id, 'building', c.name || ' ' || b.name, NULL, c.search || ' ' || b.search || ' ' || lower(replace(c.name || b.name, ' ', '')),
    c.sort_key || b.sort_key, b.ended_at
    FROM building b JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
) AS place`

/** The names of the places that scopes point at, ended ones too. */
export async function scopeNames(act: Act, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const places = await act.tx.$queryRaw<Place[]>`
    SELECT id::text, name FROM ${PLACES}
    WHERE street_id = ${act.principal.streetId}::uuid AND id = ANY(${ids}::uuid[])`
  return new Map(places.map(({ id, name }) => [id, name]))
}

/** The name of a place in use that a role can be given for, or null. */
export async function findScope(act: Act, kind: Named, id: string): Promise<string | null> {
  const places = await act.tx.$queryRaw<Place[]>`
    SELECT id::text, name FROM ${PLACES}
    WHERE street_id = ${act.principal.streetId}::uuid AND kind = ${kind} AND id = ${id}::uuid
      AND ended_at IS NULL`
  return places[0]?.name ?? null
}

const MOST_OFFERED = 20

/** Places in use of the kind whose name, pinyin or initials hold what was typed. */
export const searchScopes = (act: Act, kind: Named, typed: string) =>
  act.tx.$queryRaw<(Place & { detail: string | null })[]>`
    SELECT id::text, name, detail FROM ${PLACES}
    WHERE street_id = ${act.principal.streetId}::uuid AND kind = ${kind} AND ended_at IS NULL
      AND search LIKE ${`%${needleOf(typed)}%`}
    ORDER BY sort_key, id LIMIT ${MOST_OFFERED}`
