import type { Coordinates } from '@/core/geo'
import { dayOf } from '@/core/instants'
import type { CalendarDay } from '@/core/workdays'
import type { ServiceHours } from '@/features/providers/hours/rules'
import { serviceHoursSchema } from '@/features/providers/hours/schema'
import { parseHours } from '@/features/providers/hours/written/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { dayFrom, inTermOn, todayOf } from '@/server/term'
import {
  choosePropertyPoint,
  chooseProviders,
  type SheetHours,
  type SheetPlace,
  type SheetView,
} from './rules'

const PURPOSE = 'sheet'

/** A board with what it shows; version and day are settled afterwards. */
export type Draft = { boardId: string; view: SheetView }

/** The street of the board that has the code in force, or null. */
export async function streetOfCode(tx: Tx, code: string): Promise<string | null> {
  const found = await tx.publicCode.findFirst({
    where: { code, revokedAt: null },
    select: { streetId: true },
  })
  return found?.streetId ?? null
}

/** What the street's calendar says of its holidays and make-up workdays. */
export async function calendarDays(tx: Tx, streetId: string): Promise<CalendarDay[]> {
  const days = await tx.calendarDay.findMany({ where: { streetId } })
  return days.map(({ day, kind, name }) => ({ day: dayFrom(day), kind, name }))
}

const CONSENTS = { where: { purpose: PURPOSE, withdrawnAt: null }, select: { id: true } }
const PERSON = { select: { name: true, phone: true, consents: CONSENTS } }

const boardSelect = (today: Date) =>
  ({
    id: true,
    codes: { where: { revokedAt: null }, select: { code: true } },
    stairwell: {
      select: {
        name: true,
        building: {
          select: {
            name: true,
            captainBuildings: {
              where: { ...inTermOn(today), appointment: inTermOn(today) },
              orderBy: [{ startsOn: 'asc' as const }, { appointmentId: 'asc' as const }],
              select: { appointment: { select: { person: PERSON } } },
            },
            grid: {
              select: {
                members: {
                  where: inTermOn(today),
                  orderBy: [{ sortKey: 'asc' as const }, { id: 'asc' as const }],
                  select: { person: PERSON },
                },
              },
            },
            compound: {
              select: {
                name: true,
                longitude: true,
                latitude: true,
                community: {
                  select: {
                    id: true,
                    name: true,
                    officePhone: true,
                    officeAddress: true,
                    officeHours: true,
                    street: { select: { name: true } },
                  },
                },
              },
            },
          },
        },
      },
    },
  }) satisfies Prisma.NoticeBoardSelect

type Board = Prisma.NoticeBoardGetPayload<{ select: ReturnType<typeof boardSelect> }>

/** What the boards show today, in a handful of queries however many they are; numbers only where a consent is in force. */
export async function draftSheets(
  tx: Tx,
  streetId: string,
  where: Prisma.NoticeBoardWhereInput,
  now: Date,
  origin: string,
): Promise<Draft[]> {
  const today = todayOf(now)
  const inUse = { endedAt: null, building: { endedAt: null, compound: { endedAt: null } } }
  const boards = await tx.noticeBoard.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ streetId, stairwell: inUse, codes: { some: { revokedAt: null } } }, where] },
    orderBy: [
      { stairwell: { building: { compound: { sortKey: 'asc' } } } },
      { stairwell: { building: { sortKey: 'asc' } } },
      { stairwell: { number: 'asc' } },
      { id: 'asc' },
    ],
    select: boardSelect(today),
  })
  if (boards.length === 0) return []
  const surroundings = await readSurroundings(tx, streetId)
  const homes = new Map<string, ReturnType<typeof nearOf>>()
  return boards.map((board) => {
    const { compound } = board.stairwell.building
    const key = `${compound.longitude} ${compound.latitude}`
    const near = homes.get(key) ?? nearOf(compound, surroundings.candidates)
    homes.set(key, near)
    return { boardId: board.id, view: viewOf(board, near, surroundings.flexible, dayOf(now), origin) }
  })
}

type Surroundings = Awaited<ReturnType<typeof readSurroundings>>

async function readSurroundings(tx: Tx, streetId: string) {
  const [providers, flexible] = await Promise.all([
    tx.provider.findMany({
      relationLoadStrategy: 'join',
      where: { streetId, endedAt: null },
      orderBy: { id: 'asc' },
      select: {
        category: true,
        name: true,
        phone: true,
        address: true,
        fee: true,
        offers: true,
        hoursText: true,
        hours: true,
        longitude: true,
        latitude: true,
        consents: CONSENTS,
      },
    }),
    tx.flexibleHours.findMany({
      where: { streetId, endedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  ])
  const candidates = providers.map(
    ({ consents, phone, hoursText, hours, longitude, latitude, ...provider }) => ({
      ...provider,
      phone: consents.length > 0 ? phone : null,
      hours: hoursText === null ? null : { written: hoursText, understood: understoodFrom(hours) },
      coordinates: placeOf(longitude, latitude),
    }),
  )
  return { candidates, flexible }
}

/** Hours of the register as they are kept beside their words; none are kept where nobody could tell. */
const understoodFrom = (kept: unknown): ServiceHours | null => serviceHoursSchema.safeParse(kept).data ?? null

/** Hours that are kept as words only. */
const readHours = (written: string): SheetHours => ({ written, understood: parseHours(written) })

const placeOf = (longitude: number | null, latitude: number | null): Coordinates | null =>
  longitude === null || latitude === null ? null : { longitude, latitude }

function nearOf(
  compound: { longitude: number | null; latitude: number | null },
  candidates: Surroundings['candidates'],
) {
  const home = placeOf(compound.longitude, compound.latitude)
  if (!home) return { isLocated: false, point: null, providers: [] }
  return {
    isLocated: true,
    point: choosePropertyPoint(home, candidates),
    providers: chooseProviders(home, candidates),
  }
}

const known = (person: { name: string; phone: string | null; consents: unknown[] }) => ({
  name: person.name,
  phone: person.consents.length > 0 ? person.phone : null,
})

type Office = Board['stairwell']['building']['compound']['community']

/** The community's office stands on every sheet; what is not known of it the sheet says. */
const officeOf = ({ name, officePhone, officeAddress, officeHours }: Office): SheetPlace => ({
  name,
  phone: officePhone,
  address: officeAddress,
  hours: officeHours ? readHours(officeHours) : null,
  walkMinutes: null,
})

function viewOf(
  board: Board,
  near: ReturnType<typeof nearOf>,
  flexible: Surroundings['flexible'],
  today: string,
  origin: string,
): SheetView {
  const { building, name: stairwell } = board.stairwell
  const { community, name: compound } = building.compound
  const code = board.codes[0]?.code ?? ''
  return {
    code,
    address: `${origin}/b/${code}`,
    street: community.street.name,
    community: community.name,
    compound,
    building: building.name,
    stairwell,
    captains: building.captainBuildings.map(({ appointment }) => known(appointment.person)),
    gridMembers: (building.grid?.members ?? []).map(({ person }) => known(person)),
    communityOffice: officeOf(community),
    propertyPoint: near.point && {
      name: near.point.candidate.name,
      phone: near.point.candidate.phone,
      address: near.point.candidate.address,
      hours: near.point.candidate.hours,
      walkMinutes: near.point.walkMinutes,
    },
    isLocated: near.isLocated,
    providers: near.providers.map(({ candidate, walkMinutes }) => ({
      category: candidate.category,
      name: candidate.name,
      phone: candidate.phone,
      does: candidate.offers,
      fee: candidate.fee,
      hours: candidate.hours,
      walkMinutes,
    })),
    flexibleHours: flexible
      .filter(({ communityId }) => communityId === null || communityId === community.id)
      .map(({ title, place, phone, hoursText }) => ({
        title,
        place,
        phone,
        hours: readHours(hoursText),
      })),
    holdsFrom: today,
    version: 0,
  }
}
