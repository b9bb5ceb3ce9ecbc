import type { Fault } from '../faults'
import type { Reading } from '../registers'
import type { Skipped } from '../tables/skipped-rows'
import { comparePlaces, planBuildings } from './buildings'
import { planCaptains, type Succession } from './captains'
import { planCompounds } from './compounds'
import { Desk, type Street } from './desk'
import { planGridMembers } from './grid-members'
import { planGrids } from './grids'
import { buildingKey } from './keys'
import { planParties } from './parties'
import { type NewNumber, onePerPerson, withNewNumbers } from './persons'
import {
  EMPTY_STREET,
  type Existing,
  type Noun,
  type Planned,
  type Records,
  type Rejection,
  type Warning,
} from './records'
import { planProviders, planQuestionnaires, planWorkers } from './services'

/** What an import will do, cross-checked over all its files and what the street has; nothing is written yet. */
export type Plan = {
  street: Street
  /** In an order in which each record's references stand before it. */
  records: { [N in Noun]: Planned<Records[N]>[] }
  /** Buildings that change captains: the old term ends, the new one begins. */
  successions: Succession[]
  /** Persons who exist under another number and keep their record. */
  newNumbers: NewNumber[]
  rejected: Rejection[]
  warnings: Warning[]
  /** Totals, notes, repeated headings and the like. */
  skipped: (Skipped & { file: string; sheet: string })[]
  /** Files and sheets of which nothing goes in, and columns that were left out for their sensitive content. */
  notImported: (Fault & { file: string; sheet?: string; column?: string })[]
  accepted: Accepted
}

export type Accepted = {
  compounds: number
  buildings: number
  grids: number
  gridMembers: number
  captains: number
  buildingsWithoutCaptain: number
  providers: number
  crew: number
  partyCommittees: number
  questionnairesIssued: number
  questionnairesReturned: number
}

const byPlace = (one: Rejection | Warning, other: Rejection | Warning): number => {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  if (one.sheet !== other.sheet) return one.sheet < other.sheet ? -1 : 1
  return one.row - other.row
}

/** Makes the plan of an import; the same reading and the same street give the same plan. */
export function planImport(reading: Reading, street: Street, existing: Existing = EMPTY_STREET): Plan {
  const plan = planOver(reading, street, existing)
  if (plan.newNumbers.length === 0) return plan
  // A person under a new number is the one of the old number: the rest is compared as if it were written already.
  const renumbered = planOver(reading, street, withNewNumbers(existing, plan.newNumbers))
  const told = plan.warnings.filter(({ code }) => code === 'phone-changed')
  return {
    ...renumbered,
    newNumbers: plan.newNumbers,
    warnings: [...renumbered.warnings, ...told].sort(byPlace),
  }
}

function planOver(reading: Reading, street: Street, existing: Existing): Plan {
  const desk = new Desk(street, reading, existing)
  planGrids(desk)
  planCompounds(desk)
  planBuildings(desk)
  comparePlaces(desk)
  const moved = planGridMembers(desk)
  const { successions, moved: movedCaptains } = planCaptains(desk)
  planProviders(desk)
  const movedWorkers = planWorkers(desk)
  planQuestionnaires(desk)
  planParties(desk)
  return {
    street,
    records: recordsOf(desk),
    successions,
    newNumbers: onePerPerson([...moved, ...movedCaptains, ...movedWorkers]),
    rejected: desk.rejections.sort(byPlace),
    warnings: desk.warnings.sort(byPlace),
    skipped: reading.files.flatMap(({ file, sheets }) =>
      sheets.flatMap(({ sheet, tables }) =>
        tables.slice(0, 1).flatMap(({ skipped }) => skipped.map((row) => ({ ...row, file, sheet }))),
      ),
    ),
    notImported: notImportedOf(reading),
    accepted: acceptedOf(desk),
  }
}

const recordsOf = (desk: Desk): Plan['records'] => {
  const { planned } = desk
  return {
    communities: [...planned.communities.values()],
    compounds: [...planned.compounds.values()],
    grids: [...planned.grids.values()],
    buildings: [...planned.buildings.values()],
    persons: [...planned.persons.values()],
    gridMembers: [...planned.gridMembers.values()],
    captains: [...planned.captains.values()],
    providers: [...planned.providers.values()],
    workers: [...planned.workers.values()],
    questionnaires: [...planned.questionnaires.values()],
    partyOrganisations: [...planned.partyOrganisations.values()],
    centreHouseholds: [...planned.centreHouseholds.values()],
  }
}

function notImportedOf(reading: Reading): Plan['notImported'] {
  return reading.files.flatMap(({ file, refused, sheets }) => [
    ...(refused ? [{ ...refused, file }] : []),
    ...sheets.flatMap(({ sheet, refused: why, tables, guess }) => [
      ...(why ? [{ ...why, file, sheet }] : []),
      ...[...(tables[0]?.columns ?? []), ...(guess?.columns ?? [])]
        .filter(({ state }) => state === 'sensitive')
        .map(({ heading }) => ({
          code: 'column-sensitive' as const,
          params: { heading },
          file,
          sheet,
          column: heading,
        })),
    ]),
  ])
}

function acceptedOf({ planned, existing }: Desk): Accepted {
  const led = new Set(
    [...existing.captains, ...[...planned.captains.values()].map(({ record }) => record)].flatMap(
      ({ buildings }) => buildings.map(({ compound, number }) => buildingKey(compound, number)),
    ),
  )
  const buildings = new Set([
    ...planned.buildings.keys(),
    ...existing.buildings.map(({ compound, number }) => buildingKey(compound, number)),
  ])
  const questionnaires = [...planned.questionnaires.values()]
  return {
    compounds: planned.compounds.size,
    buildings: planned.buildings.size,
    grids: planned.grids.size,
    gridMembers: planned.gridMembers.size,
    captains: planned.captains.size,
    buildingsWithoutCaptain: [...buildings].filter((key) => !led.has(key)).length,
    providers: planned.providers.size,
    crew: planned.workers.size,
    partyCommittees: [...planned.partyOrganisations.values()].filter(
      ({ record }) => record.level === 'community_committee',
    ).length,
    questionnairesIssued: questionnaires.length,
    questionnairesReturned: questionnaires.filter(({ record }) => record.returned).length,
  }
}
