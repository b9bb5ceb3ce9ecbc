import { placeKey } from '@/core/names'
import { fault } from '../faults'
import { compoundFault, findCompound } from './compounds'
import { type Desk, placeOf, pointing } from './desk'
import { buildingKey, KEYS } from './keys'
import { type NewNumber, newNumber, planPerson } from './persons'

export function planProviders(desk: Desk): void {
  for (const { table, row } of desk.lines('providers')) {
    const { coordinates: _, otherPhone, ...provider } = row.values
    if (otherPhone !== undefined)
      desk.warn(table, row, 'phone', fault('second-phone-not-kept', { phone: otherPhone }))
    const twin = desk.planned.providers.get(KEYS.providers(provider))
    if (twin) desk.refuseField(table, row, 'name', pointing('provider-duplicate', twin.at, table))
    else desk.put('providers', provider, placeOf(table, row.row))
  }
}

const COMPANY = /[\p{Script=Han}（）]{2,30}?(?:有限责任公司|有限公司|公司|服务中心|合作社)/u

/** Workers; whose company is in no column may stand in the title. */
export function planWorkers(desk: Desk): NewNumber[] {
  const moved: NewNumber[] = []
  for (const { table, row } of desk.lines('crew')) {
    const { name: _, phone, otherPhone: __, gender: ___, birthYear: ____, ...work } = row.values
    const twin = desk.planned.workers.get(work.employeeNumber)
    if (twin) {
      desk.refuseField(table, row, 'employeeNumber', pointing('worker-duplicate', twin.at, table))
      continue
    }
    const person = planPerson(desk, table, row)
    const operator = work.operator ?? COMPANY.exec(table.title)?.[0]
    const number = newNumber(desk, table, row, person, desk.before('workers', work.employeeNumber)?.person)
    if (number) moved.push(number)
    desk.put(
      'workers',
      { ...work, person: { ...person, phone }, ...(operator === undefined ? {} : { operator }) },
      placeOf(table, row.row),
    )
  }
  return moved
}

export function planQuestionnaires(desk: Desk): void {
  const unknownCompounds = new Set<string>()
  for (const { table, row } of desk.lines('questionnaires')) {
    const { compound: written, building, ...answers } = row.values
    const twin = desk.planned.questionnaires.get(
      KEYS.questionnaires({ ...answers, compound: '', returned: false }),
    )
    if (twin) {
      desk.refuseField(table, row, 'number', pointing('number-duplicate', twin.at, table))
      continue
    }
    const compound = unknownCompounds.has(placeKey(written)) ? undefined : findCompound(desk, written)
    if (!compound) {
      unknownCompounds.add(placeKey(written))
      desk.refuseField(table, row, 'compound', compoundFault(desk, table, written))
      continue
    }
    const place = building && desk.find('buildings', buildingKey(compound.name, building.number))
    if (building && !place)
      desk.warn(
        table,
        row,
        'building',
        fault('building-reference-left-out', { name: compound.name + building.written }),
      )
    const { returnedOn, wants, willingness, satisfaction, worstProblem } = answers
    const known = desk.before(
      'questionnaires',
      KEYS.questionnaires({ ...answers, compound: '', returned: false }),
    )
    const returned =
      known?.returned === true ||
      [returnedOn, wants, willingness, satisfaction, worstProblem].some((answer) => answer !== undefined)
    const record = {
      ...answers,
      compound: compound.name,
      returned,
      ...(place ? { building: place.number } : {}),
    }
    desk.put('questionnaires', record, placeOf(table, row.row))
  }
}
