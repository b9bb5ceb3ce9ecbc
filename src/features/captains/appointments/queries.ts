import { maskPhone } from '@/core/phone'
import { buildingsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { reach } from '@/server/principal'
import { inTermOn, todayOf } from '@/server/term'
import { buildingsToShow } from '../buildings/rules'
import { appointmentsWithin } from '../policy'
import type { CaptainFilter } from './schema'

const CONSENTS = { where: { purpose: 'sheet', withdrawnAt: null }, select: { id: true, givenOn: true } }

/** The columns of an appointment, with those of its buildings that the reader may see. */
const rowFor = ({ principal }: Act, permission: Permission) =>
  ({
    id: true,
    startsOn: true,
    endsOn: true,
    endReason: true,
    endKind: true,
    duties: true,
    doorPlaque: true,
    sortKey: true,
    version: true,
    person: { select: { id: true, name: true, phone: true, consents: CONSENTS } },
    buildings: {
      where: { building: buildingsWithin(principal, permission) },
      orderBy: [{ startsOn: 'asc' as const }, { building: { sortKey: 'asc' as const } }],
      select: {
        startsOn: true,
        endsOn: true,
        building: {
          select: {
            id: true,
            name: true,
            compound: { select: { id: true, name: true, community: { select: { id: true, name: true } } } },
          },
        },
      },
    },
  }) satisfies Prisma.CaptainAppointmentSelect

type Read = Prisma.CaptainAppointmentGetPayload<{ select: ReturnType<typeof rowFor> }>
export type CaptainState = 'now' | 'upcoming' | 'ended'

/** An appointment as the office sees it: the number masked. */
export type CaptainRow = Omit<Read, 'person'> & {
  person: {
    id: string
    name: string
    maskedPhone: string | null
    consent: { id: string; givenOn: Date } | null
  }
  state: CaptainState
}

const stateOn = (today: Date, { startsOn, endsOn }: { startsOn: Date; endsOn: Date | null }): CaptainState =>
  startsOn > today ? 'upcoming' : endsOn !== null && endsOn < today ? 'ended' : 'now'

const rowOf =
  (today: Date) =>
  ({ person: { phone, consents, ...person }, ...row }: Read): CaptainRow => ({
    ...row,
    person: { ...person, maskedPhone: phone ? maskPhone(phone) : null, consent: consents[0] ?? null },
    state: stateOn(today, row),
  })

/** Somebody who gave up a building in the scope is no captain of it now, though still in office elsewhere. */
function heldWhere(
  { principal, now }: Act,
  filter: CaptainFilter,
  permission: Permission,
): Prisma.CaptainAppointmentWhereInput {
  const wanted: Prisma.BuildingWhereInput[] = [
    ...(reach(principal, permission) === 'street' ? [] : [buildingsWithin(principal, permission)]),
    ...(filter.compound ? [{ compoundId: filter.compound }] : []),
    ...(filter.community ? [{ compound: { communityId: filter.community } }] : []),
  ]
  if (wanted.length === 0) return {}
  const atThatTime = filter.state === 'now' ? inTermOn(todayOf(now)) : {}
  return { buildings: { some: { ...atThatTime, building: { AND: wanted } } } }
}

function whereOf(
  act: Act,
  filter: CaptainFilter,
  permission: Permission,
): Prisma.CaptainAppointmentWhereInput {
  const today = todayOf(act.now)
  const states = {
    now: inTermOn(today),
    upcoming: { startsOn: { gt: today } },
    ended: { endsOn: { lt: today } },
    all: {},
  } satisfies Record<CaptainFilter['state'], Prisma.CaptainAppointmentWhereInput>
  const phones = {
    none: { person: { phone: null } },
    hidden: { person: { phone: { not: null }, consents: { none: CONSENTS.where } } },
  } satisfies Record<NonNullable<CaptainFilter['phone']>, Prisma.CaptainAppointmentWhereInput>
  return {
    streetId: act.principal.streetId,
    AND: [
      heldWhere(act, filter, permission),
      filter.q ? { OR: [searching(filter.q), { person: searching(filter.q) }] } : {},
      states[filter.state],
      filter.phone ? phones[filter.phone] : {},
    ],
  }
}

/** A page of captains in the reader's scope. */
export async function listCaptains(act: Act, filter: CaptainFilter): Promise<Page<CaptainRow>> {
  const column = filter.sort === 'name' ? 'sortKey' : 'startsOn'
  const where = whereOf(act, filter, 'captains.read')
  const cursor = cursorFor(filter.cursor, column === 'sortKey' ? 'text' : 'day')
  const place = keyset(column, filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.captainAppointment.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: rowFor(act, 'captains.read'),
    }),
    act.tx.captainAppointment.count({ where }),
  ])
  const rows = found.map(rowOf(todayOf(act.now)))
  return pageOf(rows, filter.size, cursor, total, (row) =>
    column === 'sortKey' ? row.sortKey : row.startsOn.toISOString(),
  )
}

/** How many the list with this filter would show. */
export const countCaptains = (act: Act, filter: CaptainFilter): Promise<number> =>
  act.tx.captainAppointment.count({ where: whereOf(act, filter, 'captains.read') })

export async function captainsToExport(act: Act, filter: CaptainFilter): Promise<CaptainRow[]> {
  const found = await act.tx.captainAppointment.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'registers.export'),
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 50_000,
    select: rowFor(act, 'registers.export'),
  })
  return found.map(rowOf(todayOf(act.now)))
}

/** An appointment in the caller's scope, or null when there is none, or none for this caller. */
export async function findCaptain(
  act: Act,
  id: string,
  permission: Permission = 'captains.read',
): Promise<CaptainRow | null> {
  const found = await act.tx.captainAppointment.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, appointmentsWithin(act.principal, permission)] },
    select: rowFor(act, permission),
  })
  return found && rowOf(todayOf(act.now))(found)
}

/** The buildings that an appointment has not given up. */
export const openBuildings = ({ buildings }: CaptainRow, now: Date) =>
  buildingsToShow(buildings, false, todayOf(now))

/** An appointment that the caller may write: one that reaches into another's scope is for those who hold both. */
export async function findCaptainToWrite(act: Act, id: string): Promise<CaptainRow | null> {
  const captain = await findCaptain(act, id, 'captains.write')
  if (!captain) return null
  const open = await act.tx.captainBuilding.count({
    where: {
      streetId: act.principal.streetId,
      appointmentId: id,
      OR: [{ endsOn: null }, { endsOn: { gte: todayOf(act.now) } }],
    },
  })
  return open === openBuildings(captain, act.now).length ? captain : null
}
