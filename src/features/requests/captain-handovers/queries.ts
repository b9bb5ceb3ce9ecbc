import { siteName } from '@/features/captains/buildings/queries'
import { stillOut } from '@/features/captains/materials/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { dayFrom } from '@/server/term'
import { OPEN_STATES } from '../life/rules'
import { handoversWithin } from './policy'
import { type HandoverFilter, type OpenThings, openThings } from './schema'

const CAPTAIN = { select: { id: true, personId: true, person: { select: { name: true } } } }

const ROW = {
  id: true,
  words: true,
  givenOn: true,
  takenOn: true,
  version: true,
  createdAt: true,
  items: true,
  successor: CAPTAIN,
  appointment: {
    select: {
      id: true,
      personId: true,
      startsOn: true,
      endsOn: true,
      person: { select: { name: true } },
      buildings: {
        orderBy: { building: { sortKey: 'asc' as const } },
        select: {
          endsOn: true,
          building: { select: { id: true, name: true, compound: { select: { name: true } } } },
        },
      },
    },
  },
} satisfies Prisma.CaptainHandoverSelect

type Read = Prisma.CaptainHandoverGetPayload<{ select: typeof ROW }>

/** The buildings that the appointment held to its end; those given up long before were handed over then. */
function lastBuildings({ endsOn, buildings }: Read['appointment']) {
  const held = buildings.filter((one) => one.endsOn === null || endsOn === null || one.endsOn >= endsOn)
  return (held.length > 0 ? held : buildings).map(({ building }) => ({
    id: building.id,
    name: siteName(building),
  }))
}

const rowOf = ({ items: _, appointment, ...row }: Read) => ({
  ...row,
  from: {
    id: appointment.id,
    personId: appointment.personId,
    name: appointment.person.name,
    endsOn: appointment.endsOn,
  },
  buildings: lastBuildings(appointment),
})

export type HandoverRow = ReturnType<typeof rowOf>

/** A page of the hand-overs in the reader's scope, newest first. */
export async function listHandovers(act: Act, filter: HandoverFilter): Promise<Page<HandoverRow>> {
  const cursor = cursorFor(filter.cursor, 'day')
  const where: Prisma.CaptainHandoverWhereInput = {
    AND: [
      handoversWithin(act.principal, 'captains.read'),
      filter.q ? { appointment: searching(filter.q) } : {},
      filter.state === 'done' ? { givenOn: { not: null }, takenOn: { not: null } } : {},
      filter.state === 'open' ? { OR: [{ givenOn: null }, { takenOn: null }] } : {},
    ],
  }
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.captainHandover.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.captainHandover.count({ where }),
  ])
  return pageOf(found.map(rowOf), filter.size, cursor, total, ({ createdAt }) => createdAt.toISOString())
}

/** Who comes after an appointment in one of its buildings, if anybody has been appointed. */
export async function successorOf({ tx, principal }: Act, appointmentId: string) {
  const { streetId } = principal
  const { startsOn, buildings } = await tx.captainAppointment.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: appointmentId } },
    select: { startsOn: true, buildings: { select: { buildingId: true } } },
  })
  return tx.captainAppointment.findFirst({
    where: {
      streetId,
      id: { not: appointmentId },
      startsOn: { gt: startsOn },
      buildings: { some: { buildingId: { in: buildings.map(({ buildingId }) => buildingId) } } },
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: CAPTAIN.select,
  })
}

type Issue = { kind: string; quantity: number; after: { move: string; quantity: number }[] }

/** How much of each kind somebody still holds. */
function heldByKind(issues: readonly Issue[]): OpenThings['materials'] {
  const held = new Map<string, number>()
  for (const { kind, quantity, after } of issues)
    held.set(kind, (held.get(kind) ?? 0) + stillOut(quantity, after))
  return [...held].map(([kind, quantity]) => ({ kind, quantity })).filter(({ quantity }) => quantity > 0)
}

const LOOK_BACK_DAYS = 90

/** What lies open in the buildings of who goes: requests, rounds that found something nobody has reported, and things not given back. */
async function openNow(
  { tx, principal, now }: Act,
  buildingIds: readonly string[],
  personId: string,
): Promise<OpenThings> {
  const { streetId } = principal
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000)
  const place = { select: { name: true, compound: { select: { name: true } } } }
  const [requests, rounds, issues] = await Promise.all([
    tx.request.findMany({
      relationLoadStrategy: 'join',
      where: { streetId, buildingId: { in: [...buildingIds] }, state: { in: [...OPEN_STATES] } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 200,
      select: {
        id: true,
        number: true,
        state: true,
        category: { select: { name: true, nameEn: true } },
        building: place,
      },
    }),
    tx.logEntry.findMany({
      relationLoadStrategy: 'join',
      where: {
        streetId,
        buildingId: { in: [...buildingIds] },
        kind: { in: ['hygiene', 'safety'] },
        mark: 'bad',
        requestId: null,
        state: 'counted',
        happenedAt: { gte: since },
      },
      orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { kind: true, words: true, happenedAt: true, building: place },
    }),
    tx.materialMovement.findMany({
      relationLoadStrategy: 'join',
      where: { streetId, personId, move: 'issued', kind: { not: 'door_plaque' } },
      orderBy: { id: 'asc' },
      take: 50,
      select: { kind: true, quantity: true, after: { select: { move: true, quantity: true } } },
    }),
  ])
  return {
    requests: requests.map(({ category, building, ...request }) => ({
      ...request,
      category: category.name,
      categoryEn: category.nameEn,
      building: building ? siteName(building) : '',
    })),
    rounds: rounds.map(({ kind, words, happenedAt, building }) => ({
      day: dayFrom(happenedAt),
      kind,
      words,
      building: siteName(building),
    })),
    materials: heldByKind(issues),
  }
}

/** A hand-over in the caller's scope with what lies open: as it is now, or as it was when the first signed. */
export async function findHandover(act: Act, id: string, permission: Permission = 'captains.read') {
  const found = await act.tx.captainHandover.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, handoversWithin(act.principal, permission)] },
    select: ROW,
  })
  if (!found) return null
  const row = rowOf(found)
  const kept = openThings.safeParse(found.items)
  const open = kept.success
    ? kept.data
    : await openNow(
        act,
        row.buildings.map((building) => building.id),
        row.from.personId,
      )
  const successor = row.successor ?? (await successorOf(act, row.from.id))
  return { ...row, successor, open, isKept: kept.success }
}

export type HandoverDetail = NonNullable<Awaited<ReturnType<typeof findHandover>>>

/** The hand-over that an appointment gave, and those it took, as its page links to them. */
export const handoversOf = ({ tx, principal }: Act, appointmentId: string) =>
  tx.captainHandover.findMany({
    where: {
      AND: [
        handoversWithin(principal, 'captains.read'),
        { OR: [{ appointmentId }, { successorId: appointmentId }] },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true, appointmentId: true },
  })
