import { communityName, nameKey, placeKey } from '@/core/names'
import type { Noun, PersonRef, Records } from './records'

/** A grid's code without its hyphens: 321204001002-01 and 32120400100201 are one. */
export const gridKey = (code: string): string => code.replace(/[^\p{L}\d]/gu, '').toUpperCase()

export const communityKey = (name: string): string => placeKey(communityName(name))

export const buildingKey = (compound: string, number: string): string => `${placeKey(compound)}|${number}`

export const personKey = ({ name, phone }: PersonRef): string => `${nameKey(name)}|${phone ?? ''}`

/** The natural key of each noun within its street. */
export const KEYS: { [N in Noun]: (record: Records[N]) => string } = {
  communities: ({ name }) => communityKey(name),
  compounds: ({ name }) => placeKey(name),
  grids: ({ code }) => gridKey(code),
  buildings: ({ compound, number }) => buildingKey(compound, number),
  persons: personKey,
  gridMembers: ({ person, grid }) => `${personKey(person)}|${gridKey(grid)}`,
  captains: ({ person }) => personKey(person),
  providers: ({ category, name }) => `${placeKey(category)}|${placeKey(name)}`,
  workers: ({ employeeNumber }) => employeeNumber.toUpperCase(),
  questionnaires: ({ number }) => number.toUpperCase(),
  partyOrganisations: ({ level, name }) => `${level}|${placeKey(name)}`,
  centreHouseholds: ({ name }) => placeKey(name),
}
