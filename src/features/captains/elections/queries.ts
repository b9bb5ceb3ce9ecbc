import { addDays, type Day, dayOf } from '@/core/instants'
import { maskPhone } from '@/core/phone'
import { personsWithin } from '@/features/people/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { holds } from '@/server/principal'
import { dateOf, dayFrom, todayOf } from '@/server/term'
import { electionsToWrite, electionsWithin } from './policy'
import { OPEN_STATES, type Outcome, outcomeOf } from './rules'
import type { ElectionFilter } from './schema'

const ROW = {
  id: true,
  name: true,
  kind: true,
  state: true,
  publicTo: true,
  decidedOn: true,
  sortKey: true,
  createdAt: true,
  community: { select: { id: true, name: true } },
  _count: { select: { nominees: { where: { withdrawnOn: null } } } },
} satisfies Prisma.ElectionSelect

type Listed = Prisma.ElectionGetPayload<{ select: typeof ROW }>
export type ElectionRow = Omit<Listed, '_count'> & { nominees: number; isRipe: boolean }

/** Whether the choice has been public as long as it had to. */
const isRipe = (
  { state, publicTo }: { state: string; publicTo: Date | null },
  { now }: Pick<Act, 'now'>,
): boolean => state === 'publicity' && publicTo !== null && dayFrom(publicTo) < dayOf(now)

const whereOf = (act: Act, filter: ElectionFilter, permission: Permission): Prisma.ElectionWhereInput => ({
  AND: [
    electionsWithin(act.principal, permission),
    searching(filter.q),
    filter.state ? { state: filter.state === 'open' ? { in: [...OPEN_STATES] } : filter.state } : {},
    filter.kind ? { kind: filter.kind } : {},
    filter.community ? { communityId: filter.community } : {},
  ],
})

const rowOf =
  (act: Act) =>
  ({ _count, ...row }: Listed): ElectionRow => ({
    ...row,
    nominees: _count.nominees,
    isRipe: isRipe(row, act),
  })

/** A page of elections in the reader's scope. */
export async function listElections(act: Act, filter: ElectionFilter): Promise<Page<ElectionRow>> {
  const column = filter.sort === 'name' ? 'sortKey' : 'createdAt'
  const where = whereOf(act, filter, 'elections.read')
  const cursor = cursorFor(filter.cursor, column === 'sortKey' ? 'text' : 'day')
  const place = keyset(column, filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.election.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.election.count({ where }),
  ])
  return pageOf(found.map(rowOf(act)), filter.size, cursor, total, (row) =>
    column === 'sortKey' ? row.sortKey : row.createdAt.toISOString(),
  )
}

export async function electionsToExport(act: Act, filter: ElectionFilter): Promise<ElectionRow[]> {
  const found = await act.tx.election.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [whereOf(act, filter, 'elections.read'), whereOf(act, filter, 'registers.export')] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50_000,
    select: ROW,
  })
  return found.map(rowOf(act))
}

const DETAIL = {
  id: true,
  communityId: true,
  name: true,
  kind: true,
  state: true,
  termYears: true,
  turnoutPercent: true,
  winnerPercent: true,
  publicityDays: true,
  entitled: true,
  votingFrom: true,
  votingTo: true,
  cast: true,
  valid: true,
  invalid: true,
  forNobody: true,
  countedBy: true,
  winnerId: true,
  publicFrom: true,
  publicTo: true,
  decidedOn: true,
  decision: true,
  appointmentId: true,
  version: true,
  community: { select: { id: true, name: true, officePhone: true, street: { select: { name: true } } } },
  buildings: {
    orderBy: { building: { sortKey: 'asc' as const } },
    select: {
      building: {
        select: {
          id: true,
          name: true,
          householdCount: true,
          compound: { select: { id: true, name: true } },
          stairwells: {
            where: { endedAt: null },
            select: { _count: { select: { households: { where: { endedAt: null } } } } },
          },
        },
      },
    },
  },
  nominees: {
    orderBy: { id: 'asc' as const },
    select: {
      id: true,
      residents: true,
      organisation: true,
      votes: true,
      withdrawnOn: true,
      person: { select: { id: true, name: true, phone: true } },
    },
  },
  objections: {
    orderBy: { id: 'desc' as const },
    select: {
      id: true,
      state: true,
      receivedOn: true,
      objector: true,
      words: true,
      answer: true,
      decidedOn: true,
      version: true,
    },
  },
  _count: { select: { ballots: true } },
} satisfies Prisma.ElectionSelect

type Read = Prisma.ElectionGetPayload<{ select: typeof DETAIL }>

const standsIn = ({ withdrawnOn }: { withdrawnOn: Date | null }) => withdrawnOn === null

/** How many households the buildings have: as their registers say, or as many doors as are known. */
const householdsOf = ({ buildings }: Read): number =>
  buildings.reduce(
    (sum, { building: { householdCount, stairwells } }) =>
      sum + (householdCount ?? stairwells.reduce((doors, { _count }) => doors + _count.households, 0)),
    0,
  )

/** Whom the counted ballots choose, or null while nothing is counted. */
function outcomeFor({ cast, entitled, turnoutPercent, winnerPercent, nominees }: Read): Outcome | null {
  if (cast === null || entitled === null) return null
  const votes = Object.fromEntries(nominees.filter(standsIn).map(({ id, votes: given }) => [id, given ?? 0]))
  return outcomeOf({ cast, votes }, { entitled, turnoutPercent, winnerPercent })
}

function detailOf(act: Act, found: Read) {
  const { _count, nominees, objections, buildings, ...election } = found
  const seesObjector = holds(act.principal, 'elections.write')
  return {
    ...election,
    households: householdsOf(found),
    ballots: _count.ballots,
    isRipe: isRipe(found, act),
    outcome: outcomeFor(found),
    buildings: buildings.map(({ building: { stairwells: _, ...building } }) => building),
    nominees: nominees.map(({ person: { phone, ...person }, ...nominee }) => ({
      ...nominee,
      person: { ...person, maskedPhone: phone ? maskPhone(phone) : null },
    })),
    objections: objections.map(({ objector, ...objection }) => ({
      ...objection,
      isNamed: objector !== null,
      objector: seesObjector ? objector : null,
    })),
  }
}

export type ElectionDetail = ReturnType<typeof detailOf>
export type Nominee = ElectionDetail['nominees'][number]

export const nomineesStanding = ({ nominees }: ElectionDetail): Nominee[] => nominees.filter(standsIn)

async function findAmong(
  act: Act,
  id: string,
  within: Prisma.ElectionWhereInput,
): Promise<ElectionDetail | null> {
  const found = await act.tx.election.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, within] },
    select: DETAIL,
  })
  return found && detailOf(act, found)
}

/** An election in the caller's scope, or null when there is none, or none for this caller. */
export const findElection = (act: Act, id: string): Promise<ElectionDetail | null> =>
  findAmong(act, id, electionsWithin(act.principal, 'elections.read'))

export const findElectionToWrite = (act: Act, id: string): Promise<ElectionDetail | null> =>
  findAmong(act, id, electionsToWrite(act.principal))

type Options = { groups: { label: string; items: { id: string; label: string; detail?: string }[] }[] }

/** People of the register who may be nominated, each with what tells them apart. */
export async function personOptions(
  { tx, principal, now }: Act,
  typed: string | undefined,
): Promise<Options> {
  if (!typed) return { groups: [] }
  const found = await tx.person.findMany({
    where: { AND: [personsWithin(principal, 'elections.write', todayOf(now)), searching(typed)] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, name: true, phone: true },
  })
  const items = found.map(({ id, name, phone }) => ({
    id,
    label: name,
    ...(phone ? { detail: maskPhone(phone) } : {}),
  }))
  return { groups: items.length > 0 ? [{ label: '', items }] : [] }
}

/** The latest appointments of an election's buildings that end before or run into a new term, newest first. */
export const predecessorsOf = ({ tx, principal }: Act, buildingIds: readonly string[], from: Date) =>
  tx.captainBuilding.findMany({
    where: {
      streetId: principal.streetId,
      buildingId: { in: [...buildingIds] },
      OR: [{ endsOn: null }, { endsOn: { gte: from } }],
    },
    orderBy: [{ startsOn: 'asc' }, { buildingId: 'asc' }],
    select: { appointmentId: true, buildingId: true, startsOn: true, endsOn: true },
  })

/** When the next term would begin without a gap: the day after the present one's last, or today where nothing runs on. */
export async function nextTermStart(act: Act, { buildings }: ElectionDetail): Promise<Day> {
  const today = dayOf(act.now)
  const held = await predecessorsOf(
    act,
    buildings.map(({ id }) => id),
    dateOf(today),
  )
  const last = held
    .flatMap(({ endsOn }) => (endsOn ? [dayFrom(endsOn)] : []))
    .sort()
    .at(-1)
  return last ? addDays(last, 1) : today
}
