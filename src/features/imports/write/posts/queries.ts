import type { Day } from '@/core/instants'
import type { Tx } from '@/server/db'
import { dateOf, dayFrom } from '@/server/term'
import { personKey } from '../../plan/keys'
import type { BuildingRef, PersonRef } from '../../plan/records'
import { type Held, known } from '../held'

const person = { select: { name: true, phone: true } }
const building = { select: { number: true, compound: { select: { name: true } } } }

const personRef = ({ name, phone }: { name: string; phone: string | null }): PersonRef =>
  phone ? { name, phone } : { name }

const buildingRef = (row: { number: string; compound: { name: string } }): BuildingRef => ({
  compound: row.compound.name,
  number: row.number,
})

const over = (endsOn: Date | null, today: Day): boolean => endsOn !== null && endsOn < dateOf(today)

export async function personsOf(tx: Tx, streetId: string): Promise<Held<'persons'>[]> {
  const persons = await tx.person.findMany({
    where: { streetId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      name: true,
      phone: true,
      gender: true,
      birthYear: true,
      membership: { select: { standing: true } },
    },
  })
  return persons.map(({ id, gender, birthYear, membership, ...rest }) => ({
    id,
    record: {
      ...personRef(rest),
      ...known({ gender: gender as 'male' | null, birthYear, standing: membership?.standing }),
    },
  }))
}

/** Grid members and captains; a captain with several appointments is one, as in a register. */
export async function postsOf(tx: Tx, streetId: string, today: Day) {
  const members = await tx.gridMember.findMany({
    where: { streetId },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    select: { id: true, post: true, startsOn: true, endsOn: true, person, grid: { select: { code: true } } },
  })
  const appointments = await tx.captainAppointment.findMany({
    where: { streetId },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      doorPlaque: true,
      duties: true,
      person,
      buildings: {
        where: { OR: [{ endsOn: null }, { endsOn: { gte: dateOf(today) } }] },
        select: { building },
      },
    },
  })
  const captains = new Map<string, Held<'captains'>>()
  for (const { id, startsOn, endsOn, buildings, ...facts } of appointments) {
    // An ended appointment stays ended: who comes back is appointed anew.
    if (over(endsOn, today)) continue
    const record = {
      ...facts,
      person: personRef(facts.person),
      startsOn: dayFrom(startsOn),
      buildings: [
        ...buildings.map((row) => buildingRef(row.building)),
        ...(captains.get(personKey(personRef(facts.person)))?.record.buildings ?? []),
      ],
    }
    captains.set(personKey(record.person), { id, record })
  }
  return {
    gridMembers: members.map(
      ({ id, post, startsOn, endsOn, ...row }): Held<'gridMembers'> => ({
        id,
        ended: over(endsOn, today),
        record: { person: personRef(row.person), grid: row.grid.code, post, startsOn: dayFrom(startsOn) },
      }),
    ),
    captains: [...captains.values()],
  }
}

export async function partiesOf(tx: Tx, streetId: string) {
  const where = { streetId }
  const organisations = await tx.partyOrganisation.findMany({
    where,
    select: {
      id: true,
      endedAt: true,
      level: true,
      name: true,
      electedOn: true,
      termEndsOn: true,
      parent: { select: { level: true, name: true } },
      community: { select: { name: true } },
      grid: { select: { code: true } },
      leader: person,
    },
  })
  const households = await tx.centreHousehold.findMany({
    where,
    select: {
      id: true,
      endedAt: true,
      name: true,
      group: { select: { level: true, name: true } },
      person,
      building,
    },
  })
  return {
    partyOrganisations: organisations.map(
      ({ id, endedAt, level, name, ...row }): Held<'partyOrganisations'> => ({
        id,
        ended: endedAt !== null,
        record: {
          level,
          name,
          ...known({
            parent: row.parent,
            community: row.community?.name,
            grid: row.grid?.code,
            leader: row.leader && personRef(row.leader),
            electedOn: row.electedOn && dayFrom(row.electedOn),
            termEndsOn: row.termEndsOn && dayFrom(row.termEndsOn),
          }),
        },
      }),
    ),
    centreHouseholds: households.map(
      ({ id, endedAt, name, group, ...row }): Held<'centreHouseholds'> => ({
        id,
        ended: endedAt !== null,
        record: {
          name,
          group,
          ...known({
            person: row.person && personRef(row.person),
            building: row.building && buildingRef(row.building),
          }),
        },
      }),
    ),
  }
}
