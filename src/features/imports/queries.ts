import type { Day } from '@/core/instants'
import type { Tx } from '@/server/db'
import type { Accepted } from './plan/plan'

/** What the street holds now, counted as an import counts it. */
export async function countRegisters(tx: Tx, streetId: string, today: Day): Promise<Accepted> {
  const day = new Date(`${today}T00:00:00Z`)
  const where = { streetId }
  const kept = { streetId, endedAt: null }
  const inTerm = { streetId, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] }
  const looksAfter = { some: { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] } }
  return {
    compounds: await tx.compound.count({ where: kept }),
    buildings: await tx.building.count({ where: kept }),
    grids: await tx.grid.count({ where: kept }),
    gridMembers: await tx.gridMember.count({ where: inTerm }),
    captains: await tx.captainAppointment.count({ where: { ...inTerm, buildings: looksAfter } }),
    buildingsWithoutCaptain: await tx.building.count({
      where: { ...kept, NOT: { captainBuildings: looksAfter } },
    }),
    providers: await tx.provider.count({ where: kept }),
    crew: await tx.worker.count({ where: inTerm }),
    partyCommittees: await tx.partyOrganisation.count({ where: { ...kept, level: 'community_committee' } }),
    questionnairesIssued: await tx.questionnaire.count({ where }),
    questionnairesReturned: await tx.questionnaire.count({ where: { streetId, isReturned: true } }),
  }
}
