import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { dayFrom, todayOf } from '@/server/term'
import { committeesWithin } from '../policy'

export type Colleague = { id: string; name: string; post: 'captain' | 'grid_member' | 'community_staff' }

/** Accounts whose office reaches a building today: its captains, its grid's members, and its community's staff. */
const officeOver = (streetId: string, building: Prisma.Sql, today: Date) => Prisma.sql`
  SELECT p.account_id AS id, 'captain' AS post FROM captain_building cb
    JOIN captain_appointment ca ON ca.street_id = cb.street_id AND ca.id = cb.appointment_id
    JOIN person p ON p.street_id = ca.street_id AND p.id = ca.person_id
    WHERE cb.street_id = ${streetId}::uuid AND cb.building_id = ${building}
      AND ${today}::date BETWEEN greatest(cb.starts_on, ca.starts_on) AND least(coalesce(cb.ends_on, 'infinity'), coalesce(ca.ends_on, 'infinity'))
  UNION ALL
  SELECT p.account_id, 'grid_member' FROM building b
    JOIN grid_member gm ON gm.street_id = b.street_id AND gm.grid_id = b.grid_id
    JOIN person p ON p.street_id = gm.street_id AND p.id = gm.person_id
    WHERE b.street_id = ${streetId}::uuid AND b.id = ${building}
      AND ${today}::date BETWEEN gm.starts_on AND coalesce(gm.ends_on, 'infinity')
  UNION ALL
  SELECT g.account_id, g.role::text FROM building b
    JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
    JOIN role_grant g ON g.street_id = b.street_id AND (
      (g.scope_kind = 'community' AND g.scope_id = c.community_id) OR (g.scope_kind = 'compound' AND g.scope_id = c.id)
      OR (g.scope_kind = 'grid' AND g.scope_id = b.grid_id) OR (g.scope_kind = 'building' AND g.scope_id = b.id))
    WHERE b.street_id = ${streetId}::uuid AND b.id = ${building} AND g.role IN ('captain', 'grid_member', 'community_staff')
      AND ${today}::date BETWEEN g.starts_on AND coalesce(g.ends_on, 'infinity')`

/** Who may be brought into a case of a building, the nearest office first. */
export const colleaguesOf = ({ tx, principal, now }: Act, buildingId: string): Promise<Colleague[]> =>
  tx.$queryRaw<Colleague[]>`
    SELECT DISTINCT ON (a.sort_key, a.id) a.id, a.display_name AS name, o.post
    FROM (${officeOver(principal.streetId, Prisma.sql`${buildingId}::uuid`, todayOf(now))}) o
    JOIN account a ON a.street_id = ${principal.streetId}::uuid AND a.id = o.id
    WHERE a.suspended_at IS NULL
    ORDER BY a.sort_key, a.id, o.post`

/** Running cases that nobody can open any more, since every office of those in it has ended. */
export const abandonedCases = (tx: Tx, streetId: string, today: Date) =>
  tx.$queryRaw<{ id: string; communityId: string }[]>`
    SELECT m.id, c.community_id AS "communityId" FROM mediation m
    JOIN building b ON b.street_id = m.street_id AND b.id = m.building_id
    JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
    WHERE m.street_id = ${streetId}::uuid AND m.state <> 'ended' AND NOT EXISTS (
      SELECT FROM mediation_seat s
      JOIN account a ON a.street_id = s.street_id AND a.id = s.account_id AND a.suspended_at IS NULL
      WHERE s.street_id = m.street_id AND s.mediation_id = m.id AND s.ends_at IS NULL
        AND s.account_id IN (SELECT o.id FROM (${officeOver(streetId, Prisma.sql`m.building_id`, today)}) o))`

/** The accounts on a community's committee today. */
export async function committeeOf(
  tx: Tx,
  streetId: string,
  communityId: string,
): Promise<{ accountId: string }[]> {
  return tx.committeeMember.findMany({
    where: { streetId, communityId, endsOn: null, account: { suspendedAt: null } },
    orderBy: { id: 'asc' },
    select: { accountId: true },
  })
}

export type CommitteeRow = {
  id: string
  name: string
  startsOn: string
  community: { id: string; name: string }
}

/** The committees that the reader appoints, community by community. */
export async function listCommittees({ tx, principal }: Act): Promise<CommitteeRow[]> {
  const found = await tx.committeeMember.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [committeesWithin(principal), { endsOn: null }] },
    orderBy: [{ communityId: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      startsOn: true,
      community: { select: { id: true, name: true } },
      account: { select: { displayName: true } },
    },
  })
  return found.map(({ account, startsOn, ...member }) => ({
    ...member,
    name: account.displayName,
    startsOn: dayFrom(startsOn),
  }))
}

/** Who may be on a community's committee: those whose grant is for the community, and members of its grids. */
export const committeeOptions = ({ tx, principal, now }: Act, communityId: string) =>
  tx.$queryRaw<{ id: string; name: string; post: 'community_staff' | 'grid_member' }[]>`
    SELECT DISTINCT ON (a.sort_key, a.id) a.id, a.display_name AS name, o.post FROM (
      SELECT g.account_id AS id, g.role::text AS post FROM role_grant g
        WHERE g.street_id = ${principal.streetId}::uuid AND g.role = 'community_staff' AND g.scope_kind = 'community'
          AND g.scope_id = ${communityId}::uuid
          AND ${todayOf(now)}::date BETWEEN g.starts_on AND coalesce(g.ends_on, 'infinity')
      UNION ALL
      SELECT p.account_id, 'grid_member' FROM grid gr
        JOIN grid_member gm ON gm.street_id = gr.street_id AND gm.grid_id = gr.id
        JOIN person p ON p.street_id = gm.street_id AND p.id = gm.person_id
        WHERE gr.street_id = ${principal.streetId}::uuid AND gr.community_id = ${communityId}::uuid
          AND ${todayOf(now)}::date BETWEEN gm.starts_on AND coalesce(gm.ends_on, 'infinity')
    ) o
    JOIN account a ON a.street_id = ${principal.streetId}::uuid AND a.id = o.id
    WHERE a.suspended_at IS NULL
    ORDER BY a.sort_key, a.id, o.post`
