import { dateOf } from '@/server/term'
import { communityKey, gridKey, KEYS } from '../../plan/keys'
import type { Plan } from '../../plan/plan'
import { found, fresh, personId, required, type Writing } from '../ground'
import { buildingId } from '../places/commands'

/** Persons and what they are: grid members, captains, leaders of Party organisations, centre households. */
export async function writePosts(writing: Writing, plan: Plan): Promise<void> {
  await writePersons(writing, plan)
  await writeAppointments(writing, plan)
  await writeParties(writing, plan)
}

async function writePersons(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId } = writing
  const persons = fresh(writing, plan, 'persons')
  await tx.person.createMany({
    data: persons.map(({ id, record: { standing: _standing, otherPhone: _other, ...record } }) => ({
      streetId,
      id,
      ...record,
      ...found(record.name, record.phone?.slice(-4)),
    })),
  })
  await tx.partyMembership.createMany({
    data: persons.flatMap(({ id: personId, record: { standing } }) =>
      standing ? [{ streetId, personId, standing }] : [],
    ),
  })
}

async function writeAppointments(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids, today } = writing
  await tx.gridMember.createMany({
    data: fresh(writing, plan, 'gridMembers').map(({ id, record }) => ({
      streetId,
      id,
      personId: personId(writing, record.person),
      gridId: required(ids.grids.get(gridKey(record.grid))),
      post: record.post ?? ('full_time' as const),
      startsOn: dateOf(record.startsOn ?? today),
      ...found(record.person.name, record.person.phone?.slice(-4), record.grid),
    })),
  })
  const captains = fresh(writing, plan, 'captains')
  const startOf = (record: (typeof captains)[number]['record']) => dateOf(record.startsOn ?? today)
  await tx.captainAppointment.createMany({
    data: captains.map(({ id, record }) => ({
      streetId,
      id,
      personId: personId(writing, record.person),
      startsOn: startOf(record),
      duties: record.duties ?? [],
      doorPlaque: record.doorPlaque ?? false,
      ...found(
        record.person.name,
        record.person.phone?.slice(-4),
        ...record.buildings.map(({ compound, number }) => compound + number),
      ),
    })),
  })
  await tx.captainBuilding.createMany({
    data: captains.flatMap(({ id: appointmentId, record }) =>
      record.buildings.map((building) => ({
        streetId,
        appointmentId,
        buildingId: buildingId(writing, building),
        startsOn: startOf(record),
      })),
    ),
  })
}

async function writeParties(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids } = writing
  const organisationId = (level: string, name: string) =>
    ids.partyOrganisations.get(KEYS.partyOrganisations({ level: level as 'grid_branch', name }))
  const organisations = fresh(writing, plan, 'partyOrganisations')
  for (const level of ['community_committee', 'command_room', 'grid_branch', 'building_group']) {
    await tx.partyOrganisation.createMany({
      data: organisations
        .filter(({ record }) => record.level === level)
        .map(({ id, record }) => ({
          streetId,
          id,
          level: record.level,
          name: record.name,
          parentId: record.parent ? (organisationId(record.parent.level, record.parent.name) ?? null) : null,
          communityId: record.community
            ? (ids.communities.get(communityKey(record.community)) ?? null)
            : null,
          gridId: record.grid ? (ids.grids.get(gridKey(record.grid)) ?? null) : null,
          leaderId: record.leader ? personId(writing, record.leader) : null,
          electedOn: record.electedOn ? dateOf(record.electedOn) : null,
          termEndsOn: record.termEndsOn ? dateOf(record.termEndsOn) : null,
          ...found(record.name),
        })),
    })
  }
  await tx.centreHousehold.createMany({
    data: fresh(writing, plan, 'centreHouseholds').map(({ id, record }) => ({
      streetId,
      id,
      name: record.name,
      groupId: required(organisationId(record.group.level, record.group.name)),
      personId: record.person ? personId(writing, record.person) : null,
      buildingId: record.building ? buildingId(writing, record.building) : null,
      ...found(record.name),
    })),
  })
}
