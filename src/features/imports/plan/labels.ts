import type { BuildingRef, Noun, PersonRef, Records } from './records'

const buildingText = ({ compound, number }: BuildingRef): string => `${compound}${number}`

/** What a person knows a record by. */
const LABELS: { [N in Noun]: (record: Records[N]) => string } = {
  communities: ({ name }) => name,
  compounds: ({ name }) => name,
  grids: ({ code, name }) => `${name} ${code}`,
  buildings: ({ compound, name }) => `${compound}${name}`,
  persons: ({ name }) => name,
  gridMembers: ({ person, grid }) => `${person.name} ${grid}`,
  captains: ({ person, buildings }) => `${person.name} ${buildings.map(buildingText).join('、')}`,
  providers: ({ category, name }) => `${name}（${category}）`,
  workers: ({ employeeNumber, person }) => `${employeeNumber} ${person.name}`,
  questionnaires: ({ number, compound }) => `${number} ${compound}`,
  partyOrganisations: ({ name }) => name,
  centreHouseholds: ({ name }) => name,
}

export const labelOf = <N extends Noun>(noun: N, record: Records[N]): string => LABELS[noun](record)

const isPerson = (value: object): value is PersonRef => 'name' in value
const isBuilding = (value: object): value is BuildingRef => 'number' in value

/** A field's value as text. */
export function written(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(written).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'object') return String(value)
  if (isBuilding(value)) return buildingText(value)
  return isPerson(value) ? value.name : JSON.stringify(value)
}
