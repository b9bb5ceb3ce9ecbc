import { appointmentsWithin } from '@/features/captains/policy'
import { workersWithin } from '@/features/crews/policy'
import { membersWithin } from '@/features/grids/members/policy'
import { buildingsWithin, communitiesWithin, compoundsWithin, gridsWithin } from '@/features/places/policy'
import { zonesWithin } from '@/features/zones/policy'
import type { Act } from '@/server/act'
import { needleOf } from '@/server/needle'
import type { Permission } from '@/server/permissions'
import { holds } from '@/server/principal'
import { inTermOn, todayOf } from '@/server/term'

export type Hit = { id: string; label: string; detail?: string; href: string }
export type Group =
  | 'communities'
  | 'compounds'
  | 'buildings'
  | 'captains'
  | 'grids'
  | 'gridMembers'
  | 'zones'
  | 'workers'
  | 'providers'

const MOST = 8

type Source = {
  group: Group
  allow: Permission
  find: (act: Act, search: { contains: string }) => Promise<Hit[]>
}

const ORDER = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]

const SOURCES: readonly Source[] = [
  {
    group: 'communities',
    allow: 'places.read',
    find: async ({ tx, principal }, search) => {
      const rows = await tx.community.findMany({
        where: { AND: [communitiesWithin(principal, 'places.read'), { endedAt: null, search }] },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, name: true },
      })
      return rows.map(({ id, name }) => ({ id, label: name, href: `/office/communities/${id}` }))
    },
  },
  {
    group: 'compounds',
    allow: 'places.read',
    find: async ({ tx, principal }, search) => {
      const rows = await tx.compound.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [compoundsWithin(principal, 'places.read'), { endedAt: null, search }] },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, name: true, community: { select: { name: true } } },
      })
      return rows.map(({ id, name, community }) => ({
        id,
        label: name,
        detail: community.name,
        href: `/office/compounds/${id}`,
      }))
    },
  },
  {
    group: 'buildings',
    allow: 'places.read',
    find: async ({ tx, principal }, search) => {
      const rows = await tx.building.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [buildingsWithin(principal, 'places.read'), { endedAt: null, search }] },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, name: true, compound: { select: { name: true } } },
      })
      return rows.map(({ id, name, compound }) => ({
        id,
        label: `${compound.name}${name}`,
        href: `/office/buildings/${id}`,
      }))
    },
  },
  {
    group: 'captains',
    allow: 'captains.read',
    find: async ({ tx, principal, now }, search) => {
      const heldNow = {
        AND: [inTermOn(todayOf(now)), { building: buildingsWithin(principal, 'captains.read') }],
      }
      const rows = await tx.captainAppointment.findMany({
        relationLoadStrategy: 'join',
        where: {
          AND: [
            appointmentsWithin(principal, 'captains.read'),
            inTermOn(todayOf(now)),
            { buildings: { some: heldNow } },
            { OR: [{ search }, { person: { search } }] },
          ],
        },
        orderBy: ORDER,
        take: MOST,
        select: {
          id: true,
          person: { select: { name: true } },
          buildings: {
            where: heldNow,
            orderBy: { building: { sortKey: 'asc' } },
            take: 3,
            select: { building: { select: { name: true, compound: { select: { name: true } } } } },
          },
        },
      })
      return rows.map(({ id, person, buildings }) => ({
        id,
        label: person.name,
        detail: buildings.map(({ building }) => `${building.compound.name}${building.name}`).join('、'),
        href: `/office/captains/${id}`,
      }))
    },
  },
  {
    group: 'grids',
    allow: 'grids.read',
    find: async ({ tx, principal }, search) => {
      const rows = await tx.grid.findMany({
        where: { AND: [gridsWithin(principal, 'grids.read'), { endedAt: null, search }] },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, name: true, code: true },
      })
      return rows.map(({ id, name, code }) => ({
        id,
        label: name,
        detail: code,
        href: `/office/grids/${id}`,
      }))
    },
  },
  {
    group: 'gridMembers',
    allow: 'grids.read',
    find: async ({ tx, principal, now }, search) => {
      const rows = await tx.gridMember.findMany({
        relationLoadStrategy: 'join',
        where: {
          AND: [
            membersWithin(principal, 'grids.read'),
            inTermOn(todayOf(now)),
            { OR: [{ search }, { person: { search } }] },
          ],
        },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, person: { select: { name: true } }, grid: { select: { name: true } } },
      })
      return rows.map(({ id, person, grid }) => ({
        id,
        label: person.name,
        detail: grid.name,
        href: `/office/grid-members/${id}`,
      }))
    },
  },
  {
    group: 'zones',
    allow: 'zones.read',
    find: async ({ tx, principal }, search) => {
      const rows = await tx.zone.findMany({
        where: { AND: [zonesWithin(principal, 'zones.read'), { endedAt: null, search }] },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, name: true },
      })
      return rows.map(({ id, name }) => ({ id, label: name, href: `/office/zones/${id}` }))
    },
  },
  {
    group: 'workers',
    allow: 'workers.read',
    find: async ({ tx, principal, now }, search) => {
      const rows = await tx.worker.findMany({
        relationLoadStrategy: 'join',
        where: {
          AND: [
            workersWithin(principal, 'workers.read'),
            inTermOn(todayOf(now)),
            { OR: [{ search }, { person: { search } }] },
          ],
        },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, person: { select: { name: true } }, operator: { select: { name: true } } },
      })
      return rows.map(({ id, person, operator }) => ({
        id,
        label: person.name,
        detail: operator.name,
        href: `/office/workers/${id}`,
      }))
    },
  },
  {
    group: 'providers',
    allow: 'providers.read',
    find: async ({ tx, principal }, search) => {
      const rows = await tx.provider.findMany({
        where: { streetId: principal.streetId, endedAt: null, search },
        orderBy: ORDER,
        take: MOST,
        select: { id: true, name: true, category: true },
      })
      return rows.map(({ id, name, category }) => ({
        id,
        label: name,
        detail: category,
        href: `/office/providers/${id}`,
      }))
    },
  },
]

/** What the reader may open and what holds the typed word, a few of each kind. */
export async function searchOffice(act: Act, typed: string): Promise<{ group: Group; hits: Hit[] }[]> {
  const needle = needleOf(typed)
  if (needle === '') return []
  const search = { contains: needle }
  const found = await Promise.all(
    SOURCES.filter(({ allow }) => holds(act.principal, allow)).map(async ({ group, find }) => ({
      group,
      hits: await find(act, search),
    })),
  )
  return found.filter(({ hits }) => hits.length > 0)
}
