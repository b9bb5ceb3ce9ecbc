import type { Tx } from '@/server/db'
import { KEYS, personKey } from '../plan/keys'
import type { Noun } from '../plan/records'

/** Record ids by natural key, for every noun. */
export type Ids = { [N in Noun]: Map<string, string> }

/** What the street holds, by the keys that registers know it by. */
export async function readIds(tx: Tx, streetId: string): Promise<Ids> {
  const where = { streetId }
  const communities = await tx.community.findMany({ where, select: { id: true, name: true } })
  const compounds = await tx.compound.findMany({ where, select: { id: true, name: true } })
  const grids = await tx.grid.findMany({ where, select: { id: true, code: true } })
  const buildings = await tx.building.findMany({
    where,
    select: { id: true, number: true, compound: { select: { name: true } } },
  })
  const persons = await tx.person.findMany({ where, select: { id: true, name: true, phone: true } })
  const person = { select: { name: true, phone: true } }
  const members = await tx.gridMember.findMany({
    where,
    select: { id: true, person, grid: { select: { code: true } } },
  })
  const captains = await tx.captainAppointment.findMany({ where, select: { id: true, person } })
  const providers = await tx.provider.findMany({ where, select: { id: true, category: true, name: true } })
  const workers = await tx.worker.findMany({ where, select: { id: true, employeeNumber: true } })
  const questionnaires = await tx.questionnaire.findMany({ where, select: { id: true, number: true } })
  const organisations = await tx.partyOrganisation.findMany({
    where,
    select: { id: true, level: true, name: true },
  })
  const households = await tx.centreHousehold.findMany({ where, select: { id: true, name: true } })
  const keyOf = (one: { name: string; phone: string | null }) =>
    personKey({ name: one.name, ...(one.phone ? { phone: one.phone } : {}) })
  return {
    communities: byKey(communities, (row) => KEYS.communities(row)),
    compounds: byKey(compounds, (row) => KEYS.compounds({ ...row, community: '' })),
    grids: byKey(grids, (row) => KEYS.grids({ ...row, name: '', community: '' })),
    buildings: byKey(buildings, (row) =>
      KEYS.buildings({ compound: row.compound.name, number: row.number, name: '' }),
    ),
    persons: byKey(persons, keyOf),
    gridMembers: byKey(
      members,
      (row) => `${keyOf(row.person)}|${KEYS.grids({ code: row.grid.code, name: '', community: '' })}`,
    ),
    captains: byKey(captains, (row) => keyOf(row.person)),
    providers: byKey(providers, (row) => KEYS.providers(row)),
    workers: byKey(workers, (row) => row.employeeNumber.toUpperCase()),
    questionnaires: byKey(questionnaires, (row) => row.number.toUpperCase()),
    partyOrganisations: byKey(organisations, (row) => KEYS.partyOrganisations(row)),
    centreHouseholds: byKey(households, (row) =>
      KEYS.centreHouseholds({ name: row.name, group: { level: 'building_group', name: '' } }),
    ),
  }
}

const byKey = <Row extends { id: string }>(rows: Row[], keyOf: (row: Row) => string): Map<string, string> =>
  new Map(rows.map((row) => [keyOf(row), row.id]))
