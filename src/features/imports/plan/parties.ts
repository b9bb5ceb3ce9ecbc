import { parseBuildings } from '@/core/building-numbers'
import { placeKey } from '@/core/names'
import { fault } from '../faults'
import type { ReadRow } from '../tables/read-table'
import type { RowsOf } from '../tables/tables'
import type { Level } from '../tables/values/words'
import { type Desk, type Line, placeOf, pointing } from './desk'
import { buildingKey } from './keys'
import { planPerson } from './persons'
import type { BuildingRef, PartyOrganisation, PersonRef } from './records'

/** From the top down; a parent stands at a higher level, whichever. */
const LEVELS: readonly Level[] = [
  'community_committee',
  'command_room',
  'grid_branch',
  'building_group',
  'centre_household',
]

const findParent = (desk: Desk, below: Level, name: string): PartyOrganisation | undefined => {
  const higher = LEVELS.slice(0, LEVELS.indexOf(below)).reverse()
  for (const level of higher) {
    const found = desk.find('partyOrganisations', `${level}|${placeKey(name)}`)
    if (found) return found
  }
  return undefined
}

const leaderOf = (desk: Desk, { table, row }: Line<'party-organisations'>): PersonRef | undefined => {
  const { leaderName: name, leaderPhone: phone, otherPhone } = row.values
  if (name === undefined) return undefined
  const person = {
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(otherPhone === undefined ? {} : { otherPhone }),
  }
  return planPerson(desk, table, { ...row, values: person } as ReadRow<typeof person>)
}

type Names = {
  communities: { base: string; name: string }[]
  branches: Map<string, { code: string; community: string }>
}

const namesOf = (desk: Desk): Names => {
  const communities = [
    ...desk.existing.communities,
    ...[...desk.planned.communities.values()].map(({ record }) => record),
  ]
  const grids = [...desk.existing.grids, ...[...desk.planned.grids.values()].map(({ record }) => record)]
  return {
    communities: communities.map(({ name }) => ({ base: name.replace(/社区$/, ''), name })),
    branches: new Map(
      grids.flatMap((grid) =>
        [grid.branchName, `${grid.name}党支部`].flatMap((name) =>
          name ? [[placeKey(name), grid] as const] : [],
        ),
      ),
    ),
  }
}

/** 振兴小区1幢陆志卫户 stands in building 1 of 振兴小区. */
function buildingOfHousehold(
  desk: Desk,
  name: string,
  person: PersonRef | undefined,
): BuildingRef | undefined {
  const key = placeKey(name).replace(/户$/, '')
  const place =
    person && key.endsWith(placeKey(person.name)) ? key.slice(0, -placeKey(person.name).length) : key
  const parts = /^(.+?)((?:第?\d+|[a-z]\d*|[东西南北中甲乙丙丁]\d*)(?:幢|栋|号楼|座|#).*)$/.exec(place)
  const compound = parts?.[1] && desk.find('compounds', parts[1])
  const read = parts?.[2] === undefined ? undefined : parseBuildings(parts[2])
  const number = read?.ok ? read.buildings[0]?.number : undefined
  if (!compound || number === undefined) return undefined
  return desk.find('buildings', buildingKey(compound.name, number)) && { compound: compound.name, number }
}

/** The tree from the top down: whose parent is missing or was refused is refused too. */
export function planParties(desk: Desk): void {
  const names = namesOf(desk)
  const lines = desk.lines('party-organisations')
  for (const level of LEVELS)
    for (const line of lines.filter(({ row }) => row.values.level === level))
      planOrganisation(desk, line, level, names)
}

function planOrganisation(desk: Desk, line: Line<'party-organisations'>, level: Level, names: Names): void {
  const { table, row } = line
  const { name, parentName, electedOn, termEndsOn } = row.values satisfies RowsOf['party-organisations']
  const at = placeOf(table, row.row)
  const household = level === 'centre_household'
  const twin = household
    ? desk.planned.centreHouseholds.get(placeKey(name))
    : desk.planned.partyOrganisations.get(`${level}|${placeKey(name)}`)
  if (twin) {
    desk.refuseField(table, row, 'name', pointing('organisation-duplicate', twin.at, table))
    return
  }
  const parent = parentName === undefined ? undefined : findParent(desk, level, parentName)
  if (!parent && level !== 'community_committee') {
    desk.refuseField(table, row, 'parentName', fault('parent-unknown', { name: parentName ?? '' }))
    return
  }
  const leader = leaderOf(desk, line)
  const above = parent && { level: parent.level, name: parent.name }
  if (household) {
    if (!above) return
    const building = buildingOfHousehold(desk, name, leader)
    desk.put(
      'centreHouseholds',
      { name, group: above, ...(leader ? { person: leader } : {}), ...(building ? { building } : {}) },
      at,
    )
    return
  }
  const branch = level === 'grid_branch' ? names.branches.get(placeKey(name)) : undefined
  const grid = branch?.code ?? (level === 'building_group' ? parent?.grid : undefined)
  const community =
    parent?.community ??
    branch?.community ??
    names.communities.find(({ base }) => name.startsWith(base))?.name
  desk.put(
    'partyOrganisations',
    {
      level,
      name,
      ...(above ? { parent: above } : {}),
      ...(community ? { community } : {}),
      ...(grid ? { grid } : {}),
      ...(leader ? { leader } : {}),
      ...(electedOn ? { electedOn } : {}),
      ...(termEndsOn ? { termEndsOn } : {}),
    },
    at,
  )
}
