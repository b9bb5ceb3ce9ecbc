import { placeKey } from '@/core/names'
import { type Fault, fault } from '../faults'
import type { ReadRow, ReadTable } from '../tables/read-table'
import { type Desk, placeOf, pointing } from './desk'
import { communityKey } from './keys'
import type { Compound } from './records'

export function planCompounds(desk: Desk): void {
  const anyCommunity = desk.planned.communities.size + desk.existing.communities.length > 0
  for (const { table, row } of desk.lines('compounds')) {
    const { name, community, ...rest } = row.values
    const { coordinates: _, ...facts } = rest
    const at = placeOf(table, row.row)
    const twin = desk.planned.compounds.get(placeKey(name))
    if (twin) {
      desk.refuseField(table, row, 'name', pointing('compound-duplicate', twin.at, table))
      continue
    }
    const known = desk.find('communities', communityKey(community))
    if (!known && anyCommunity) {
      desk.refuseField(table, row, 'community', fault('community-unknown', { name: community }))
      continue
    }
    if (!known) desk.put('communities', { name: community }, at)
    desk.put('compounds', { name, community: known?.name ?? community, ...facts }, at)
  }
}

/** A compound as registers name it: in full, without its community in front, with or without 小区 behind. */
export function findCompound(desk: Desk, written: string): Compound | undefined {
  const key = placeKey(written)
  return (
    desk.find('compounds', key) ??
    desk.find('compounds', `${key}小区`) ??
    desk.find('compounds', key.replace(/小区$/, '')) ??
    desk.find('compounds', key.replace(/^.{2,6}(?:社区|居委会)/, ''))
  )
}

/** Why a compound is not there: never listed, or listed in a row that was refused. */
export function compoundFault(desk: Desk, table: ReadTable, written: string): Fault {
  for (const { faulted, ...listed } of desk.tables('compounds')) {
    const refused = faulted.find((row) => placeKey(row.written.name ?? '') === placeKey(written))
    if (refused)
      return pointing('compound-refused', placeOf({ ...listed, faulted }, refused.row), table, {
        name: written,
      })
  }
  return fault('compound-unknown', { name: written })
}

/** The compound that a row names, or null after the row was refused. */
export function compoundOfRow(
  desk: Desk,
  table: ReadTable,
  row: ReadRow<{ compound: string }>,
): Compound | null {
  const compound = findCompound(desk, row.values.compound)
  if (compound) return compound
  desk.refuseField(table, row, 'compound', compoundFault(desk, table, row.values.compound))
  return null
}
