import { addDays, type Day } from '@/core/instants'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import type { Permission } from '@/server/permissions'
import { dateOf, dayFrom } from '@/server/term'
import type { Site } from './queries'

export type Held = { startsOn: Date; endsOn: Date | null; building: Site }

/** The buildings, when all of them are in use and within the writer's scope. Appointments for the same building wait for one another here, so that the later one sees the earlier. */
export async function claimSites(
  { tx, principal }: Act,
  ids: readonly string[],
  permission: Permission = 'captains.write',
): Promise<Site[] | null> {
  const wanted = [...new Set(ids)].sort()
  await tx.$queryRaw`
    SELECT id FROM building WHERE street_id = ${principal.streetId}::uuid AND id = ANY(${wanted}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`
  const sites = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: { in: wanted }, endedAt: null }, buildingsWithin(principal, permission)] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, compound: { select: { name: true } } },
  })
  return sites.length === wanted.length ? sites : null
}

type Term = { from: Day; to?: Day | null; exceptId?: string }

/** Whether another appointment looks after one of the buildings at some time of the term; without a last day it never ends. */
export async function isTaken(
  { tx, principal }: Act,
  buildingIds: readonly string[],
  { from, to, exceptId }: Term,
): Promise<boolean> {
  const other = await tx.captainBuilding.findFirst({
    where: {
      streetId: principal.streetId,
      buildingId: { in: [...buildingIds] },
      ...(exceptId ? { appointmentId: { not: exceptId } } : {}),
      ...(to ? { startsOn: { lte: dateOf(to) } } : {}),
      OR: [{ endsOn: null }, { endsOn: { gte: dateOf(from) } }],
    },
    select: { buildingId: true },
  })
  return other !== null
}

/** Ends the care for a building with yesterday; one that had not begun by then is taken out. */
export async function giveUp(
  { tx, principal }: Act,
  appointmentId: string,
  { building, startsOn }: Held,
  today: Day,
): Promise<void> {
  const key = {
    streetId_appointmentId_buildingId_startsOn: {
      streetId: principal.streetId,
      appointmentId,
      buildingId: building.id,
      startsOn,
    },
  }
  const yesterday = addDays(today, -1)
  const select = { buildingId: true } as const
  if (dayFrom(startsOn) > yesterday) await tx.captainBuilding.delete({ where: key, select })
  else await tx.captainBuilding.update({ where: key, data: { endsOn: dateOf(yesterday) }, select })
}
