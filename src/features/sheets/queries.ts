import type { Coordinates } from '@/core/geo'
import { dayOf } from '@/core/instants'
import type { CalendarDay } from '@/core/workdays'
import { parseHours } from '@/features/providers/hours/written/rules'
import type { Tx } from '@/server/db'
import {
  choosePropertyPoint,
  chooseProviders,
  type SheetHours,
  type SheetView,
  sheetContentHash,
} from './rules'

const PURPOSE = 'sheet'

const hoursOf = (written: string | null): SheetHours | null =>
  written ? { written, understood: parseHours(written) } : null

const placeOf = (longitude: number | null, latitude: number | null): Coordinates | null =>
  longitude === null || latitude === null ? null : { longitude, latitude }

/** What the board of a code shows today, or null when no board has the code; numbers only where a consent is in force. */
export async function findSheet(
  tx: Tx,
  code: string,
  now: Date,
  origin: string,
): Promise<{ view: SheetView; calendar: CalendarDay[] } | null> {
  const today = new Date(`${dayOf(now)}T00:00:00Z`)
  const inTerm = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
  const consents = { where: { purpose: PURPOSE, withdrawnAt: null }, select: { id: true } }
  const person = { select: { name: true, phone: true, consents } }
  const found = await tx.publicCode.findFirst({
    where: { code, revokedAt: null },
    select: {
      streetId: true,
      boardId: true,
      board: {
        select: {
          stairwell: {
            select: {
              name: true,
              building: {
                select: {
                  name: true,
                  captainBuildings: {
                    where: { ...inTerm, appointment: inTerm },
                    orderBy: [{ startsOn: 'asc' }, { appointmentId: 'asc' }],
                    select: { appointment: { select: { person } } },
                  },
                  grid: {
                    select: {
                      members: {
                        where: inTerm,
                        orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
                        select: { person },
                      },
                    },
                  },
                  compound: { include: { community: { include: { street: true } } } },
                },
              },
            },
          },
        },
      },
    },
  })
  if (!found) return null
  const { streetId, boardId } = found
  const { building, name: stairwell } = found.board.stairwell
  const { compound } = building
  const { community } = compound
  const providers = await tx.provider.findMany({
    where: { streetId, endedAt: null },
    select: {
      category: true,
      name: true,
      phone: true,
      address: true,
      fee: true,
      hoursText: true,
      longitude: true,
      latitude: true,
      consents,
    },
  })
  const flexible = await tx.flexibleHours.findMany({
    where: { streetId, endedAt: null, OR: [{ communityId: null }, { communityId: community.id }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const days = await tx.calendarDay.findMany({ where: { streetId } })
  const known = (one: { name: string; phone: string | null; consents: unknown[] }) => ({
    name: one.name,
    phone: one.consents.length ? one.phone : null,
  })
  const candidates = providers.map((provider) => ({
    ...provider,
    phone: provider.consents.length ? provider.phone : null,
    coordinates: placeOf(provider.longitude, provider.latitude),
  }))
  const home = placeOf(compound.longitude, compound.latitude)
  const point = home ? choosePropertyPoint(home, candidates) : null
  const view: SheetView = {
    code,
    address: `${origin}/b/${code}`,
    street: community.street.name,
    community: community.name,
    compound: compound.name,
    building: building.name,
    stairwell,
    captains: building.captainBuildings.map(({ appointment }) => known(appointment.person)),
    gridMembers: (building.grid?.members ?? []).map((member) => known(member.person)),
    communityOffice: {
      name: community.name,
      phone: community.officePhone,
      address: community.officeAddress,
      hours: hoursOf(community.officeHours),
      walkMinutes: null,
    },
    propertyPoint: point && {
      name: point.candidate.name,
      phone: point.candidate.phone,
      address: point.candidate.address,
      hours: hoursOf(point.candidate.hoursText),
      walkMinutes: point.walkMinutes,
    },
    isLocated: home !== null,
    providers: (home ? chooseProviders(home, candidates) : []).map(({ candidate, walkMinutes }) => ({
      category: candidate.category,
      name: candidate.name,
      phone: candidate.phone,
      does: null,
      fee: candidate.fee,
      hours: hoursOf(candidate.hoursText),
      walkMinutes,
    })),
    flexibleHours: flexible.map(({ title, place, phone, hoursText }) => ({
      title,
      place,
      phone,
      hours: { written: hoursText, understood: parseHours(hoursText) },
    })),
    holdsFrom: dayOf(now),
    version: 1,
  }
  const settled = await settleVersion(tx, { streetId, boardId }, sheetContentHash(view), today)
  return {
    view: { ...view, ...settled },
    calendar: days.map(({ day, kind, name }) => ({ day: day.toISOString().slice(0, 10), kind, name })),
  }
}

type Board = { streetId: string; boardId: string }

/** The version whose content this is: the newest when nothing has changed since, else the next, which holds from today. */
async function settleVersion(
  tx: Tx,
  board: Board,
  contentHash: string,
  today: Date,
): Promise<{ version: number; holdsFrom: string }> {
  for (;;) {
    const last = await tx.sheetVersion.findFirst({ where: board, orderBy: { version: 'desc' } })
    if (last?.contentHash === contentHash) {
      return { version: last.version, holdsFrom: last.holdsFrom.toISOString().slice(0, 10) }
    }
    const version = (last?.version ?? 0) + 1
    const { count } = await tx.sheetVersion.createMany({
      data: [{ ...board, version, contentHash, holdsFrom: today }],
      skipDuplicates: true,
    })
    // Another reader may have written this number for other content: then the next one is ours.
    if (count === 1) return { version, holdsFrom: today.toISOString().slice(0, 10) }
  }
}
