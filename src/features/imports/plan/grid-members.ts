import { fault } from '../faults'
import { type Desk, placeOf, pointing } from './desk'
import { findGrid } from './grids'
import { personKey } from './keys'
import { type NewNumber, newNumber, planPerson } from './persons'

export function planGridMembers(desk: Desk): NewNumber[] {
  const moved: NewNumber[] = []
  for (const { table, row } of desk.lines('grid-members')) {
    const { values } = row
    const found = values.grid.map((written) => ({ written, code: findGrid(desk, written)?.code }))
    const unknown = found.find(({ code }) => code === undefined)
    if (unknown) {
      desk.refuseField(table, row, 'grid', fault('grid-unknown', { name: unknown.written }))
      continue
    }
    const codes = found.flatMap(({ code }) => code ?? [])
    const person = { name: values.name, phone: values.phone }
    const held = [...desk.planned.gridMembers.values()].filter(
      ({ record }) => personKey(record.person) === personKey(person),
    )
    const twin = held.find(
      ({ record }) =>
        codes.every((code) => held.some((other) => other.record.grid === code)) &&
        codes.includes(record.grid),
    )
    if (twin) {
      desk.refuseField(table, row, 'name', pointing('member-duplicate', twin.at, table))
      continue
    }
    const standing = values.standing ?? (values.partyMember === true ? '中共党员' : undefined)
    planPerson(desk, table, {
      ...row,
      values: { ...values, ...(standing === undefined ? {} : { standing }) },
    })
    for (const grid of codes) {
      const former = desk.existing.gridMembers.find(
        (member) => member.grid === grid && member.person.name === person.name,
      )
      const number = newNumber(desk, table, row, person, former?.person)
      if (number) moved.push(number)
      const { post, startsOn } = values
      desk.put(
        'gridMembers',
        { person, grid, ...(post ? { post } : {}), ...(startsOn ? { startsOn } : {}) },
        placeOf(table, row.row),
      )
    }
  }
  return moved
}
