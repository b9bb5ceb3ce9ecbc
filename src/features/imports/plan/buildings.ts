import { fault } from '../faults'
import { compoundOfRow, findCompound } from './compounds'
import { type Desk, placeOf, pointing } from './desk'
import { findGrid } from './grids'
import { buildingKey, gridKey } from './keys'

export function planBuildings(desk: Desk): void {
  for (const { table, row } of desk.lines('buildings')) {
    const { building, grid: gridWritten, ...values } = row.values
    const compound = compoundOfRow(desk, table, row)
    if (!compound) continue
    const grid = gridWritten === undefined ? undefined : findGrid(desk, gridWritten)
    if (gridWritten !== undefined && !grid) {
      desk.refuseField(table, row, 'grid', fault('grid-unknown', { name: row.written.grid ?? gridWritten }))
      continue
    }
    const twin = desk.planned.buildings.get(buildingKey(compound.name, building.number))
    if (twin) {
      desk.refuseField(table, row, 'building', pointing('building-duplicate', twin.at, table))
      continue
    }
    const record = { ...values, compound: compound.name, number: building.number, name: building.written }
    desk.put('buildings', grid ? { ...record, grid: grid.code } : record, placeOf(table, row.row))
  }
}

/** What the registers say of one another once all buildings are known; words, not losses. */
export function comparePlaces(desk: Desk): void {
  const buildings = [...desk.planned.buildings.values()].map(({ record }) => record)
  const counted = new Map<string, number>()
  const communities = new Map<string, Set<string>>()
  for (const { compound, grid } of buildings) {
    counted.set(compound, (counted.get(compound) ?? 0) + 1)
    if (grid === undefined) continue
    counted.set(gridKey(grid), (counted.get(gridKey(grid)) ?? 0) + 1)
    const community = findGrid(desk, grid)?.community
    if (community) communities.set(compound, (communities.get(compound) ?? new Set()).add(community))
  }
  for (const { table, row } of desk.lines('compounds')) {
    const planned = findCompound(desk, row.values.name)
    const at = planned && desk.planned.compounds.get(planned.name)?.at
    if (!planned || (at && (at.row !== row.row || at.file !== table.file))) continue
    const count = counted.get(planned.name)
    const stated = row.values.buildingCount
    if (count !== undefined && stated !== undefined && count !== stated)
      desk.warn(
        table,
        row,
        'buildingCount',
        fault('building-count-differs', { name: planned.name, stated, counted: count }),
      )
    const others = communities.get(planned.name)
    const [other] = others ?? []
    if (other && !others?.has(planned.community))
      desk.warn(
        table,
        row,
        'community',
        fault('community-differs', { compound: planned.name, one: planned.community, other }),
      )
  }
  for (const { table, row } of desk.lines('grids')) {
    const { code, buildingCount: stated, compounds = [] } = row.values
    const count = counted.get(gridKey(code))
    if (count !== undefined && stated !== undefined && count !== stated)
      desk.warn(
        table,
        row,
        'buildingCount',
        fault('building-count-differs', { name: code, stated, counted: count }),
      )
    for (const name of compounds)
      if (!findCompound(desk, name))
        desk.warn(table, row, 'compounds', fault('covered-compound-unknown', { name }))
    const planned = desk.planned.grids.get(gridKey(code))
    if (!planned || planned.at.row !== row.row || planned.at.file !== table.file) continue
    const covered = compounds.flatMap((name) => findCompound(desk, name)?.name ?? [])
    if (compounds.length > 0) desk.put('grids', { ...planned.record, compounds: covered }, planned.at)
  }
}
