import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'
import { holdersNamed, isHolderNamed, materialsWithin } from './policy'
import { isSigned, stillOut } from './rules'
import type { MaterialFilter } from './schema'

const ROW = {
  id: true,
  communityId: true,
  kind: true,
  move: true,
  quantity: true,
  issueId: true,
  day: true,
  words: true,
  actor: true,
  createdAt: true,
  stock: { select: { community: { select: { id: true, name: true } } } },
  person: { select: { id: true, name: true } },
  household: {
    select: {
      room: true,
      stairwell: {
        select: { name: true, building: { select: { name: true, compound: { select: { name: true } } } } },
      },
    },
  },
  consent: { select: { givenOn: true, source: true, withdrawnAt: true } },
  after: {
    orderBy: { id: 'asc' as const },
    select: { id: true, move: true, quantity: true, day: true, words: true, actor: true },
  },
} satisfies Prisma.MaterialMovementSelect

type Read = Prisma.MaterialMovementGetPayload<{ select: typeof ROW }>

/** A door as people say it: 古田新村1幢1单元101. */
const doorOf = ({ room, stairwell }: NonNullable<Read['household']>): string =>
  `${stairwell.building.compound.name}${stairwell.building.name}${stairwell.name}${room}`

function rowOf(principal: Principal, { stock, person, household, after, ...row }: Read) {
  const isNamed = isHolderNamed(principal, row)
  const isIssue = row.move === 'issued'
  return {
    ...row,
    community: stock.community,
    isNamed,
    person: isNamed ? person : null,
    door: isNamed && household ? doorOf(household) : null,
    out: isIssue ? stillOut(row.quantity, after) : null,
    isSigned: isIssue ? isSigned(after) : null,
    after,
  }
}

export type MovementRow = ReturnType<typeof rowOf>

const NOT_BACK: Prisma.MaterialMovementListRelationFilter = { none: { move: { in: ['returned', 'lost'] } } }

const STATES = {
  unsigned: { move: 'issued', after: { none: { move: { in: ['signed', 'returned', 'lost'] } } } },
  out: { move: 'issued', after: NOT_BACK },
  takeBack: { move: 'issued', consent: { withdrawnAt: { not: null } }, after: NOT_BACK },
} satisfies Record<NonNullable<MaterialFilter['state']>, Prisma.MaterialMovementWhereInput>

const whereOf = (
  { principal }: Act,
  filter: MaterialFilter,
  permission: Permission,
): Prisma.MaterialMovementWhereInput => ({
  AND: [
    materialsWithin(principal, permission),
    // Who may not see a holder does not find one either.
    filter.q ? { AND: [searching(filter.q), holdersNamed(principal)] } : {},
    filter.kind ? { kind: filter.kind } : {},
    filter.move ? { move: filter.move } : {},
    filter.state ? STATES[filter.state] : {},
    filter.community ? { communityId: filter.community } : {},
  ],
})

/** A page of the movements in the reader's scope, newest first. */
export async function listMovements(act: Act, filter: MaterialFilter): Promise<Page<MovementRow>> {
  const where = whereOf(act, filter, 'materials.read')
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.materialMovement.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.materialMovement.count({ where }),
  ])
  const rows = found.map((row) => rowOf(act.principal, row))
  return pageOf(rows, filter.size, cursor, total, ({ createdAt }) => createdAt.toISOString())
}

export async function movementsToExport(act: Act, filter: MaterialFilter): Promise<MovementRow[]> {
  const found = await act.tx.materialMovement.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [whereOf(act, filter, 'materials.read'), whereOf(act, filter, 'registers.export')] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50_000,
    select: ROW,
  })
  return found.map((row) => rowOf(act.principal, row))
}

/** A movement in the caller's scope, or null when there is none, or none for this caller. */
export async function findMovement(
  { tx, principal }: Act,
  id: string,
  permission: Permission = 'materials.read',
): Promise<MovementRow | null> {
  const found = await tx.materialMovement.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, materialsWithin(principal, permission)] },
    select: ROW,
  })
  return found && rowOf(principal, found)
}

/** What lies in the stores of the reader's communities, by kind. */
export const stocksWithin = ({ tx, principal }: Act, community: string | undefined) =>
  tx.materialStock.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [materialsWithin(principal, 'materials.read'), community ? { communityId: community } : {}],
    },
    orderBy: [{ community: { sortKey: 'asc' } }, { kind: 'asc' }],
    select: { kind: true, quantity: true, community: { select: { id: true, name: true } } },
  })
