import { buildings } from './buildings'
import { captains } from './captains'
import { communities } from './communities'
import { compounds } from './compounds'
import { crew } from './crew'
import type { Fields, RowOf, Table } from './field'
import { gridMembers } from './grid-members'
import { grids } from './grids'
import { partyOrganisations } from './party-organisations'
import { providers } from './providers'
import { questionnaires } from './questionnaires'

/** Every register that is known, in the order in which ties are decided. */
export const TABLES = {
  compounds,
  buildings,
  grids,
  'grid-members': gridMembers,
  captains,
  providers,
  crew,
  questionnaires,
  'party-organisations': partyOrganisations,
  communities,
}

export type TableKind = keyof typeof TABLES
export const TABLE_KINDS = Object.keys(TABLES) as TableKind[]

/** The typed row of each register. */
export type RowsOf = { [K in TableKind]: RowOf<(typeof TABLES)[K]['fields']> }

/** A register's fields by name, as the reader walks them. */
export function tableOf(kind: TableKind): Table<Fields> {
  return TABLES[kind]
}
