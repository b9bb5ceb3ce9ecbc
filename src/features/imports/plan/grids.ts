import { communityName, placeKey } from '@/core/names'
import { fault } from '../faults'
import { type Desk, placeOf, pointing } from './desk'
import { communityKey, gridKey } from './keys'
import type { Community, Place } from './records'

const COMMUNITY_CODE = /^\d{12}/

const communityCodeOf = (gridCode: string): string | undefined => COMMUNITY_CODE.exec(gridKey(gridCode))?.[0]

function planListedCommunities(desk: Desk): void {
  for (const { table, row } of desk.lines('communities')) {
    const { name, ...office } = row.values
    const at = placeOf(table, row.row)
    const twin = desk.planned.communities.get(communityKey(name))
    if (twin) desk.refuseField(table, row, 'name', pointing('community-duplicate', twin.at, table))
    else desk.put('communities', { name, ...office }, at)
  }
}

/** A community that a grid names or whose code its code begins with; the code becomes known by it. */
function communityOfGrid(
  desk: Desk,
  named: string | undefined,
  code: string | undefined,
  at: Place,
): Community | 'foreign' | null {
  if (code !== undefined && !code.startsWith(desk.street.code)) return 'foreign'
  const all = [
    ...[...desk.planned.communities.values()].map(({ record }) => record),
    ...desk.existing.communities,
  ]
  const coded = code === undefined ? undefined : all.find((community) => community.code === code)
  if (coded) {
    const key = communityKey(coded.name)
    if (!desk.planned.communities.has(key)) desk.put('communities', coded, at)
    return coded
  }
  if (named === undefined) return null
  const known = desk.find('communities', communityKey(named))
  const community = { ...(known ?? { name: communityName(named) }), ...(code === undefined ? {} : { code }) }
  desk.put('communities', community, desk.planned.communities.get(communityKey(named))?.at ?? at)
  return community
}

/** Communities come out of the grids' codes, whose first twelve digits are theirs, and take their names from the column beside. */
export function planGrids(desk: Desk): void {
  planListedCommunities(desk)
  for (const { table, row } of desk.lines('grids')) {
    const { values } = row
    const at = placeOf(table, row.row)
    const twin = desk.planned.grids.get(gridKey(values.code))
    if (twin) {
      desk.refuseField(table, row, 'code', pointing('grid-duplicate', twin.at, table))
      continue
    }
    const code = communityCodeOf(values.code)
    const community = communityOfGrid(desk, values.community, code, at)
    if (community === 'foreign') {
      desk.refuseField(table, row, 'code', fault('grid-code-foreign', { street: desk.street.code }))
      continue
    }
    if (!community) {
      desk.refuseField(table, row, 'community', fault('community-unknown', { name: values.code }))
      continue
    }
    if (code && values.community && communityKey(values.community) !== communityKey(community.name))
      desk.warn(
        table,
        row,
        'community',
        fault('community-names-differ', { code, one: community.name, other: values.community }),
      )
    desk.put('grids', { ...values, community: community.name }, at)
  }
}

/** A grid by its code, else by its name. */
export function findGrid(desk: Desk, written: string): { code: string; community: string } | undefined {
  const byCode = desk.find('grids', gridKey(written))
  if (byCode) return byCode
  const name = placeKey(written)
  return gridsByName(desk).get(name)
}

const named = new WeakMap<Desk, Map<string, { code: string; community: string }>>()

function gridsByName(desk: Desk): Map<string, { code: string; community: string }> {
  const known = named.get(desk)
  if (known) return known
  const grids = [...desk.existing.grids, ...[...desk.planned.grids.values()].map(({ record }) => record)]
  const byName = new Map(grids.map((grid) => [placeKey(grid.name), grid]))
  named.set(desk, byName)
  return byName
}
