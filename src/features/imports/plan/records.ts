import type { Day } from '@/core/instants'
import type { Phone } from '@/core/phone'
import type { CellFault } from '../faults'
import type { TableKind } from '../tables/tables'
import type { Force, Level } from '../tables/values/words'

/** How a record points at a person; a person is one by name and phone. */
export type PersonRef = { name: string; phone?: Phone }
/** How a record points at a building; `number` is the bare one. */
export type BuildingRef = { compound: string; number: string }

export type Community = {
  name: string
  code?: string
  officePhone?: Phone
  officeAddress?: string
  officeHours?: string
}

export type Compound = {
  name: string
  community: string
  builtYear?: number
  buildingCount?: number
  stairwellCount?: number
  householdCount?: number
  population?: number
  over60?: number
  areaSquareMetres?: number
  longitude?: number
  latitude?: number
  facilities?: string[]
  stage?: 'none' | 'managed' | 'good'
  pilot?: boolean
}

/** `name` is how the register writes it: 1幢, 1号楼. */
export type Building = {
  compound: string
  number: string
  name: string
  grid?: string
  stairwellCount?: number
  floors?: number
  householdCount?: number
}

export type Grid = {
  code: string
  name: string
  community: string
  branchName?: string
  compounds?: string[]
  buildingCount?: number
  forces?: Force[]
}

export type Person = {
  name: string
  phone?: Phone
  gender?: 'male' | 'female'
  birthYear?: number
  /** 政治面貌: sensitive, kept apart by whoever writes it. */
  standing?: string
}

/** One person in one grid. */
export type GridMember = { person: PersonRef; grid: string; post?: 'full_time' | 'part_time'; startsOn?: Day }

export type Captain = {
  person: PersonRef
  buildings: BuildingRef[]
  startsOn?: Day
  doorPlaque?: boolean
  duties?: string[]
}

export type Provider = {
  category: string
  name: string
  offers?: string
  contactName?: string
  phone?: Phone
  address?: string
  fee?: 'free' | 'paid'
  hoursText?: string
  longitude?: number
  latitude?: number
}

export type Worker = {
  employeeNumber: string
  person: PersonRef
  post: string
  operator?: string
  furtherPosts?: string[]
  certificates?: string[]
  monthlyFen?: number
  startsOn?: Day
}

export type Questionnaire = {
  number: string
  compound: string
  building?: string
  room?: string
  method?: string
  /** It came back: with a date, or with any answer. */
  returned: boolean
  returnedOn?: Day
  wants?: string[]
  willingness?: string
  satisfaction?: number
  worstProblem?: string
  remark?: string
}

export type PartyOrganisation = {
  level: Exclude<Level, 'centre_household'>
  name: string
  /** Above the committee stands the street's own, which no file lists. */
  parent?: { level: Level; name: string }
  community?: string
  grid?: string
  leader?: PersonRef
  electedOn?: Day
  termEndsOn?: Day
}

export type CentreHousehold = {
  name: string
  group: { level: Level; name: string }
  person?: PersonRef
  building?: BuildingRef
}

/** Every noun that registers fill. */
export type Records = {
  communities: Community
  compounds: Compound
  grids: Grid
  buildings: Building
  persons: Person
  gridMembers: GridMember
  captains: Captain
  providers: Provider
  workers: Worker
  questionnaires: Questionnaire
  partyOrganisations: PartyOrganisation
  centreHouseholds: CentreHousehold
}

export type Noun = keyof Records

/** What the street has now, in the same shapes: current terms only, and absent where nothing is known. */
export type Existing = { [N in Noun]: readonly Records[N][] }

export const EMPTY_STREET: Existing = {
  communities: [],
  compounds: [],
  grids: [],
  buildings: [],
  persons: [],
  gridMembers: [],
  captains: [],
  providers: [],
  workers: [],
  questionnaires: [],
  partyOrganisations: [],
  centreHouseholds: [],
}

/** Where in the files something stands; the row is the spreadsheet's own number. */
export type Place = { file: string; sheet: string; row: number }

/** One record that goes in. Fields that the files do not give are absent, and stay as they are. */
export type Planned<T> = {
  /** The natural key, for finding the record that exists. */
  key: string
  record: T
  change: 'add' | 'update' | 'same'
  /** On an update, the fields that change. */
  changed: string[]
  at: Place
  /** On an update, the record as it was given. */
  before?: T
}

export type Rejection = Place & {
  kind: TableKind
  /** All faulty columns, headings as in the file, and their values. */
  column: string
  value: string
  /** The first fault's code. */
  code: string
  /** In Chinese, what is wrong and what to do. */
  reason: string
  faults: CellFault[]
  /** The whole row, so that it can be given back. */
  cells: { heading: string; field: string | null; value: string }[]
}

export type Warning = Place & CellFault & { kind: TableKind }
