import { dateOf } from '@/server/term'
import { gridKey } from '../../plan/keys'
import type { Plan } from '../../plan/plan'
import type { GridMember, Person } from '../../plan/records'
import { found, personId, required, type Writing, workOf } from '../ground'
import { changeRows } from '../journal/commands'
import { writeCaptains } from './captains/commands'
import { writeParties } from './parties/commands'

/** Persons and what they are: grid members, captains, leaders of Party organisations, centre households. */
export async function writePosts(writing: Writing, plan: Plan): Promise<void> {
  await writePersons(writing, plan)
  await writeGridMembers(writing, plan)
  await writeCaptains(writing, plan)
  await writeParties(writing, plan)
}

async function writePersons(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId } = writing
  const { fresh, changed } = workOf(writing, plan, 'persons')
  const row = ({ id, record: { standing: _, ...record } }: { id: string; record: Person }) => ({
    id,
    ...record,
    ...found(record.name, record.phone?.slice(-4)),
  })
  await tx.person.createMany({ data: fresh.map((one) => ({ streetId, ...row(one) })) })
  const own = changed.filter(({ fields }) => fields.some((field) => field !== 'standing'))
  await changeRows(writing, 'person', own.map(row))
  const standings = [...fresh, ...changed].flatMap(({ id: personId, record: { standing } }) =>
    standing ? [{ personId, standing }] : [],
  )
  await changeRows(writing, 'party_membership', standings)
  await tx.partyMembership.createMany({
    data: standings.map((standing) => ({ streetId, ...standing })),
    skipDuplicates: true,
  })
}

async function writeGridMembers(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids, today } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'gridMembers')
  const row = ({ id, record: { person, grid, post, startsOn } }: { id: string; record: GridMember }) => ({
    id,
    personId: personId(writing, person),
    gridId: required(ids.grids.get(gridKey(grid))),
    ...(post ? { post } : {}),
    ...(startsOn ? { startsOn: dateOf(startsOn) } : {}),
    ...found(person.name, person.phone?.slice(-4), grid),
  })
  await tx.gridMember.createMany({
    data: fresh.map((one) => ({
      streetId,
      post: 'full_time' as const,
      startsOn: dateOf(today),
      ...row(one),
    })),
  })
  await changeRows(writing, 'grid_member', changed.map(row))
  // Whom the register still lists in the grid has gone on; a second term would overlap the first.
  await changeRows(
    writing,
    'grid_member',
    resumed.map((one) => ({ id: one.id, endsOn: null, endReason: null })),
  )
}
