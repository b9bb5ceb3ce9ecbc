import type { Prisma } from '@/generated/prisma/client'
import type { Role } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { inTermOn, todayOf } from '@/server/term'
import { scopeNames } from '../role-grants/queries'
import { accountsWithin } from './policy'
import { type AccountRow, type AccountState, rowOf } from './rules'
import type { AccountFilter } from './schema'

const named = { select: { name: true } }

const accountSelect = (today: Date) =>
  ({
    id: true,
    username: true,
    displayName: true,
    passwordHash: true,
    totpSince: true,
    suspendedAt: true,
    createdAt: true,
    sortKey: true,
    version: true,
    grants: {
      where: { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      take: 50,
      select: { id: true, role: true, scopeKind: true, scopeId: true, startsOn: true, endsOn: true },
    },
    sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
    person: {
      select: {
        id: true,
        name: true,
        appointments: {
          where: inTermOn(today),
          take: 5,
          select: {
            startsOn: true,
            endsOn: true,
            buildings: {
              where: inTermOn(today),
              take: 20,
              select: { building: { select: { name: true, compound: named } } },
            },
          },
        },
        gridMembers: {
          where: inTermOn(today),
          take: 20,
          select: { startsOn: true, endsOn: true, grid: named },
        },
        workers: {
          where: inTermOn(today),
          take: 5,
          select: {
            startsOn: true,
            endsOn: true,
            leads: {
              where: inTermOn(today),
              take: 20,
              select: { startsOn: true, endsOn: true, zone: named },
            },
          },
        },
      },
    },
  }) satisfies Prisma.AccountSelect

/** Who holds a role today: by a grant, or by an appointment of the person behind the account. */
function holding(role: Role, today: Date): Prisma.AccountWhereInput {
  const term = inTermOn(today)
  const byAppointment: Partial<Record<Role, Prisma.PersonWhereInput>> = {
    captain: { appointments: { some: { ...term, buildings: { some: term } } } },
    grid_member: { gridMembers: { some: term } },
    zone_lead: { workers: { some: { ...term, leads: { some: term } } } },
    worker: { workers: { some: term } },
  }
  const person = byAppointment[role]
  return { OR: [{ grants: { some: { role, ...term } } }, ...(person ? [{ person: { is: person } }] : [])] }
}

const IN_STATE: Record<AccountState, Prisma.AccountWhereInput> = {
  active: { suspendedAt: null, passwordHash: { not: null } },
  invited: { suspendedAt: null, passwordHash: null },
  suspended: { suspendedAt: { not: null } },
}

/** A page of the street's accounts, by name. */
export async function listAccounts(act: Act, filter: AccountFilter): Promise<Page<AccountRow>> {
  const today = todayOf(act.now)
  const where: Prisma.AccountWhereInput = {
    AND: [
      accountsWithin(act.principal),
      searching(filter.q),
      filter.role ? holding(filter.role, today) : {},
      filter.state ? IN_STATE[filter.state] : {},
      filter.factor ? { totpSince: filter.factor === 'on' ? { not: null } : null } : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('sortKey', filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.account.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: accountSelect(today),
    }),
    act.tx.account.count({ where }),
  ])
  const { rows, ...page } = pageOf(found, filter.size, cursor, total, ({ sortKey }) => sortKey)
  const names = await scopeNames(act, scopesOf(rows))
  return { ...page, rows: rows.map((row) => rowOf(row, names)) }
}

const scopesOf = (accounts: readonly { grants: { scopeId: string | null }[] }[]): string[] => [
  ...new Set(accounts.flatMap(({ grants }) => grants.flatMap(({ scopeId }) => scopeId ?? []))),
]

/** An account of the caller's street, or null. */
export const findAccount = (act: Act, id: string) =>
  act.tx.account.findFirst({
    where: { AND: [{ id }, accountsWithin(act.principal)] },
    select: {
      id: true,
      username: true,
      displayName: true,
      passwordHash: true,
      suspendedAt: true,
      totpSince: true,
      version: true,
      person: { select: { id: true, name: true } },
    },
  })

export type AccountDetail = AccountRow & {
  openSessions: number
  /** The one-time link that is still out, if any. */
  link: { createdAt: Date; expiresAt: Date } | null
}

/** All that the page of one account shows. */
export async function describeAccount(act: Act, id: string): Promise<AccountDetail | null> {
  const { tx, now, principal } = act
  const account = await tx.account.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, accountsWithin(principal)] },
    select: {
      ...accountSelect(todayOf(now)),
      oneTimeCodes: {
        where: { usedAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true, expiresAt: true },
      },
      _count: { select: { sessions: { where: { revokedAt: null, expiresAt: { gt: now } } } } },
    },
  })
  if (!account) return null
  const names = await scopeNames(act, scopesOf([account]))
  return {
    ...rowOf(account, names),
    openSessions: account._count.sessions,
    link: account.oneTimeCodes[0] ?? null,
  }
}

/** How many could administer the street today if this account, or this grant, were no more. */
export const usableAdmins = (
  { tx, principal, now }: Act,
  without: { exceptAccount: string } | { exceptGrant: string },
): Promise<number> =>
  tx.account.count({
    where: {
      streetId: principal.streetId,
      suspendedAt: null,
      passwordHash: { not: null },
      ...('exceptAccount' in without ? { id: { not: without.exceptAccount } } : {}),
      grants: {
        some: {
          role: 'street_admin',
          ...inTermOn(todayOf(now)),
          ...('exceptGrant' in without ? { id: { not: without.exceptGrant } } : {}),
        },
      },
    },
  })

const MOST_OFFERED = 20

/** Persons without an account whose name, pinyin or phone's last four hold what was typed. */
export const personsWithoutAccount = ({ tx, principal }: Act, typed: string) =>
  tx.person.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, accountId: null, ...searching(typed) },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: MOST_OFFERED,
    select: {
      id: true,
      name: true,
      phone: true,
      appointments: {
        take: 1,
        orderBy: { startsOn: 'desc' },
        select: { buildings: { take: 1, select: { building: { select: { compound: named } } } } },
      },
      gridMembers: { take: 1, orderBy: { startsOn: 'desc' }, select: { grid: named } },
      workers: { take: 1, select: { post: true } },
    },
  })
