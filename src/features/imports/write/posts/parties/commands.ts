import { dateOf } from '@/server/term'
import { communityKey, gridKey, KEYS } from '../../../plan/keys'
import type { Plan } from '../../../plan/plan'
import type { CentreHousehold, PartyOrganisation } from '../../../plan/records'
import { found, personId, required, type Writing, workOf } from '../../ground'
import { changeRows } from '../../journal/commands'
import { buildingId } from '../../places/commands'

const TOP_DOWN = ['community_committee', 'command_room', 'grid_branch', 'building_group'] as const
const BACK_IN_USE = { endedAt: null }

/** Party organisations from the top down, and the centre households that building groups gather around. */
export async function writeParties(writing: Writing, plan: Plan): Promise<void> {
  await writeOrganisations(writing, plan)
  await writeHouseholds(writing, plan)
}

const organisationId = ({ ids }: Writing, { level, name }: { level: string; name: string }) =>
  required(ids.partyOrganisations.get(KEYS.partyOrganisations({ level: level as 'grid_branch', name })))

async function writeOrganisations(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'partyOrganisations')
  const row = ({ id, record }: { id: string; record: PartyOrganisation }) => ({
    id,
    level: record.level,
    name: record.name,
    ...(record.parent ? { parentId: organisationId(writing, record.parent) } : {}),
    ...(record.community ? { communityId: ids.communities.get(communityKey(record.community)) ?? null } : {}),
    ...(record.grid ? { gridId: ids.grids.get(gridKey(record.grid)) ?? null } : {}),
    ...(record.leader ? { leaderId: personId(writing, record.leader) } : {}),
    ...(record.electedOn ? { electedOn: dateOf(record.electedOn) } : {}),
    ...(record.termEndsOn ? { termEndsOn: dateOf(record.termEndsOn) } : {}),
    ...found(record.name),
  })
  for (const level of TOP_DOWN)
    await tx.partyOrganisation.createMany({
      data: fresh.filter(({ record }) => record.level === level).map((one) => ({ streetId, ...row(one) })),
    })
  await changeRows(writing, 'party_organisation', changed.map(row))
  await changeRows(
    writing,
    'party_organisation',
    resumed.map((one) => ({ ...row(one), ...BACK_IN_USE })),
  )
}

async function writeHouseholds(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'centreHouseholds')
  const row = ({
    id,
    record: { name, group, person, building },
  }: {
    id: string
    record: CentreHousehold
  }) => ({
    id,
    name,
    groupId: organisationId(writing, group),
    ...(person ? { personId: personId(writing, person) } : {}),
    ...(building ? { buildingId: buildingId(writing, building) } : {}),
    ...found(name),
  })
  await tx.centreHousehold.createMany({ data: fresh.map((one) => ({ streetId, ...row(one) })) })
  await changeRows(writing, 'centre_household', changed.map(row))
  await changeRows(
    writing,
    'centre_household',
    resumed.map((one) => ({ ...row(one), ...BACK_IN_USE })),
  )
}
