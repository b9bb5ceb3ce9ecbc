import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { electionsToWrite } from '../policy'

/** The households of an election's buildings that have not voted, by what was typed; null where there is no such election. */
export async function householdOptions(
  { tx, principal }: Act,
  electionId: string,
  typed: string | undefined,
) {
  const election = await tx.election.findFirst({
    where: { AND: [{ id: electionId }, electionsToWrite(principal)] },
    select: { buildings: { select: { buildingId: true } } },
  })
  if (!election) return null
  const found = await tx.household.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      endedAt: null,
      stairwell: { buildingId: { in: election.buildings.map(({ buildingId }) => buildingId) } },
      ballots: { none: { electionId } },
      ...searching(typed),
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 40,
    select: {
      id: true,
      room: true,
      stairwell: { select: { name: true, building: { select: { name: true } } } },
    },
  })
  const items = found.map(({ id, room, stairwell }) => ({
    id,
    label: `${stairwell.building.name}${stairwell.name}${room}`,
  }))
  return { groups: items.length > 0 ? [{ label: '', items }] : [] }
}
