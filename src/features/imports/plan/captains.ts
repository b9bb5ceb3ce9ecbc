import { type Fault, fault } from '../faults'
import type { ReadRow, ReadTable } from '../tables/read-table'
import { changedFields } from './compare'
import { compoundOfRow } from './compounds'
import { type Desk, placeOf, pointing } from './desk'
import { findGrid } from './grids'
import { buildingKey, personKey } from './keys'
import { type NewNumber, newNumber, planPerson } from './persons'
import type { BuildingRef, Captain, PersonRef, Planned } from './records'

/** A building that passes from the captain it has to the one of the files. */
export type Succession = { building: BuildingRef; from: PersonRef; to: PersonRef }

type Row = ReadTable<'captains'>['rows'][number]

const keyOf = ({ compound, number }: BuildingRef): string => buildingKey(compound, number)

/** The row's buildings as they are registered, or the fault of the first that is not. */
function buildingsOfRow(
  desk: Desk,
  compound: string,
  row: Row,
): { refs: BuildingRef[]; grids: Set<string> } | Fault {
  const refs: BuildingRef[] = []
  const grids = new Set<string>()
  for (const { number, written } of row.values.buildings) {
    const building = desk.find('buildings', buildingKey(compound, number))
    if (!building) return fault('building-unknown', { name: `${compound}${written}` })
    if (!refs.some((ref) => ref.number === number))
      refs.push({ compound: building.compound, number: building.number })
    if (building.grid) grids.add(building.grid)
  }
  return { refs, grids }
}

const nameOf = (desk: Desk, ref: BuildingRef): string =>
  `${ref.compound}${desk.find('buildings', keyOf(ref))?.name ?? ref.number}`

function warnOfGrid(
  desk: Desk,
  table: ReadTable,
  row: Row,
  grids: ReadonlySet<string>,
  refs: readonly BuildingRef[],
): void {
  const written = row.values.grid
  const [one] = grids
  const [first] = refs
  if (written === undefined || one === undefined || first === undefined) return
  const given = findGrid(desk, written)?.code ?? written
  if (!grids.has(given))
    desk.warn(
      table,
      row,
      'grid',
      fault('grid-differs', { building: nameOf(desk, first), one, other: written }),
    )
}

/** Appointments: a person's rows become one, a building has one captain, and a captain it has already gives way to the file's. */
export function planCaptains(desk: Desk): { successions: Succession[]; moved: NewNumber[] } {
  const holders = new Map<string, Planned<Captain>>()
  const formerHolders = new Map(
    desk.existing.captains.flatMap((captain) =>
      captain.buildings.map((ref) => [keyOf(ref), captain.person] as const),
    ),
  )
  const successions: Succession[] = []
  const moved: NewNumber[] = []
  for (const { table, row } of desk.lines('captains')) {
    const compound = compoundOfRow(desk, table, row)
    if (!compound) continue
    const found = buildingsOfRow(desk, compound.name, row)
    if ('code' in found) {
      desk.refuseField(table, row, 'buildings', found)
      continue
    }
    const person = { name: row.values.name, phone: row.values.phone }
    const own = desk.planned.captains.get(personKey(person))
    const fresh = found.refs.filter((ref) => holders.get(keyOf(ref)) !== own || own === undefined)
    if (own && fresh.length === 0) {
      desk.refuseField(table, row, 'name', pointing('captain-duplicate', own.at, table))
      continue
    }
    const taken = fresh.find((ref) => holders.has(keyOf(ref)))
    const holder = taken && holders.get(keyOf(taken))
    if (taken && holder) {
      const params = { building: nameOf(desk, taken), name: holder.record.person.name }
      desk.refuseField(table, row, 'buildings', pointing('building-has-captain', holder.at, table, params))
      continue
    }
    warnOfGrid(desk, table, row, found.grids, found.refs)
    planPerson(desk, table, row)
    const planned = planCaptain(desk, table, row, person, own, fresh)
    for (const ref of planned.record.buildings) holders.set(keyOf(ref), planned)
    for (const building of fresh) {
      const former = formerHolders.get(keyOf(building))
      if (!former || personKey(former) === personKey(person)) continue
      const number = newNumber(desk, table, row, person, former)
      if (number) moved.push(number)
      else {
        successions.push({ building, from: former, to: person })
        desk.warn(
          table,
          row,
          'buildings',
          fault('captain-succeeds', { building: nameOf(desk, building), name: former.name }),
        )
      }
    }
  }
  return { successions, moved }
}

function planCaptain(
  desk: Desk,
  table: ReadTable,
  row: Row,
  person: PersonRef,
  own: Planned<Captain> | undefined,
  fresh: readonly BuildingRef[],
): Planned<Captain> {
  const { startsOn, doorPlaque, duties } = row.values
  const facts = {
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(doorPlaque === undefined ? {} : { doorPlaque }),
    ...(duties === undefined ? {} : { duties }),
  }
  if (own) {
    const differing = changedFields(facts, own.record)
    const fields = differing
      .map((field) => table.columns.find((column) => column.field === field)?.heading ?? field)
      .join('、')
    if (differing.length > 0)
      desk.warn(table, row as ReadRow<unknown>, 'name', pointing('fields-differ', own.at, table, { fields }))
  }
  const record: Captain = {
    ...facts,
    ...own?.record,
    person,
    buildings: [...(own?.record.buildings ?? []), ...fresh],
  }
  return withKeptBuildings(desk, record, own?.at ?? placeOf(table, row.row))
}

/** A file that names some of a captain's buildings takes none of the others away. */
function withKeptBuildings(desk: Desk, record: Captain, at: Planned<Captain>['at']): Planned<Captain> {
  const before = desk.before('captains', personKey(record.person))
  const others =
    before?.buildings.filter((ref) => !record.buildings.some((own) => keyOf(own) === keyOf(ref))) ?? []
  const planned = desk.put('captains', { ...record, buildings: [...record.buildings, ...others] }, at)
  planned.record = record
  return planned
}
