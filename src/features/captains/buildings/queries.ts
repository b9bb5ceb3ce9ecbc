import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import type { Permission } from '@/server/permissions'
import { inTermOn, todayOf } from '@/server/term'

export type Site = { id: string; name: string; compound: { name: string } }

/** A building as people say it: 古田新村1幢. */
export const siteName = ({ name, compound }: Pick<Site, 'name' | 'compound'>): string =>
  `${compound.name}${name}`

type BuildingOptions = {
  groups: { label: string; items: { id: string; label: string; detail?: string }[] }[]
}

const MOST = 40

/** The buildings in use within a permission's scope, by compound; beside each the captain it has today. */
export async function buildingOptions(
  act: Act,
  typed: string | undefined,
  permission: Permission,
): Promise<BuildingOptions> {
  if (!typed) return { groups: [] }
  const inTerm = inTermOn(todayOf(act.now))
  const buildings = await act.tx.building.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        buildingsWithin(act.principal, permission),
        { endedAt: null, compound: { endedAt: null } },
        searching(typed),
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      name: true,
      compound: { select: { name: true } },
      captainBuildings: {
        where: inTerm,
        take: 1,
        select: { appointment: { select: { person: { select: { name: true } } } } },
      },
    },
  })
  const groups = new Map<string, BuildingOptions['groups'][number]['items']>()
  for (const site of buildings) {
    const captain = site.captainBuildings[0]?.appointment.person.name
    const items = groups.get(site.compound.name) ?? []
    items.push({ id: site.id, label: siteName(site), ...(captain ? { detail: captain } : {}) })
    groups.set(site.compound.name, items)
  }
  return { groups: [...groups].map(([label, items]) => ({ label, items })) }
}

/** All buildings of a permission's scope to choose from; null where they are too many for a list. */
export async function fewBuildings(
  { tx, principal }: Act,
  permission: Permission,
): Promise<{ value: string; label: string }[] | null> {
  const found = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ endedAt: null }, buildingsWithin(principal, permission)] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: MOST + 1,
    select: { id: true, name: true, compound: { select: { name: true } } },
  })
  return found.length > MOST ? null : found.map((site) => ({ value: site.id, label: siteName(site) }))
}

/** A building in use within the caller's scope, or null. */
export const findSite = ({ tx, principal }: Act, id: string, permission: Permission): Promise<Site | null> =>
  tx.building.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id, endedAt: null }, buildingsWithin(principal, permission)] },
    select: { id: true, name: true, compound: { select: { name: true } } },
  })
