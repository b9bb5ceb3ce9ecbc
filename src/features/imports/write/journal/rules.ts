/** The tables that an import writes, each after those that it points at, with the columns that name a row beside the street. */
export const JOURNALLED = {
  community: ['id'],
  compound: ['id'],
  grid: ['id'],
  grid_compound: ['grid_id', 'compound_id'],
  building: ['id'],
  stairwell: ['id'],
  notice_board: ['id'],
  public_code: ['code'],
  person: ['id'],
  party_membership: ['person_id'],
  provider: ['id'],
  consent: ['id'],
  grid_member: ['id'],
  captain_appointment: ['id'],
  captain_building: ['appointment_id', 'building_id', 'starts_on'],
  party_organisation: ['id'],
  centre_household: ['id'],
  operator: ['id'],
  worker: ['id'],
  worker_wage: ['worker_id', 'starts_on'],
  survey: ['id'],
  survey_form: ['id'],
  questionnaire: ['id'],
} as const satisfies Record<string, readonly string[]>

export type JournalledTable = keyof typeof JOURNALLED
export const TABLE_NAMES = Object.keys(JOURNALLED) as JournalledTable[]

const WITHOUT_VERSION: ReadonlySet<JournalledTable> = new Set([
  'grid_compound',
  'stairwell',
  'notice_board',
  'public_code',
  'party_membership',
  'consent',
  'captain_building',
  'operator',
  'worker_wage',
])

export const hasVersion = (table: JournalledTable): boolean => !WITHOUT_VERSION.has(table)

/** SQL for a row's name in the journal: its key columns, joined. */
export const rowName = (table: JournalledTable, alias: string): string =>
  `concat_ws('|', ${JOURNALLED[table].map((column) => `${alias}.${column}`).join(', ')})`

/** SQL that two rows are the same one. */
export const sameRow = (table: JournalledTable, one: string, other: string): string =>
  ['street_id', ...JOURNALLED[table]].map((column) => `${one}.${column} = ${other}.${column}`).join(' AND ')

/** `stairwellCount` as the database calls it. */
export const columnName = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
