import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { holdsRole, type Principal } from '@/server/principal'
import { inTermOn, todayOf } from '@/server/term'

const CONSENTED = { where: { purpose: 'sheet', withdrawnAt: null }, select: { id: true } }

const postSelect = (today: Date) =>
  ({
    id: true,
    startsOn: true,
    endsOn: true,
    buildings: {
      where: { ...inTermOn(today), building: { endedAt: null } },
      orderBy: { buildingId: 'asc' as const },
      select: {
        building: {
          select: {
            id: true,
            name: true,
            sortKey: true,
            householdCount: true,
            compound: {
              select: { name: true, community: { select: { name: true, officePhone: true } } },
            },
            grid: {
              select: {
                name: true,
                members: {
                  where: inTermOn(today),
                  orderBy: [{ sortKey: 'asc' as const }, { id: 'asc' as const }],
                  select: {
                    id: true,
                    person: { select: { name: true, phone: true, consents: CONSENTED } },
                  },
                },
              },
            },
          },
        },
      },
    },
  }) satisfies Prisma.CaptainAppointmentSelect

type Appointment = Prisma.CaptainAppointmentGetPayload<{ select: ReturnType<typeof postSelect> }>

export type OwnBuilding = {
  id: string
  name: string
  compound: string
  community: { name: string; officePhone: string | null }
  householdCount: number | null
  /** The number stands here only with the consent that the contact sheet has, too. */
  gridMembers: { id: string; name: string; phone: string | null }[]
}

/** What a captain holds today; without a building it says why. */
export type OwnPost =
  | { state: 'holds'; startsOn: Date; endsOn: Date | null; buildings: OwnBuilding[] }
  | { state: 'never' | 'no-buildings'; on: null }
  | { state: 'ended' | 'not-begun'; on: Date }

export async function ownPost({ tx, principal, now }: Act): Promise<OwnPost> {
  const today = todayOf(now)
  if (principal.personId === null) return { state: 'never', on: null }
  const appointments = await tx.captainAppointment.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, personId: principal.personId },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: 20,
    select: postSelect(today),
  })
  const held = appointments.filter(
    ({ startsOn, endsOn }) => startsOn <= today && (!endsOn || endsOn >= today),
  )
  const buildings = held.flatMap((appointment) => appointment.buildings.map(ownBuilding))
  const [current] = held.filter((appointment) => appointment.buildings.length > 0)
  if (current) return { state: 'holds', startsOn: current.startsOn, endsOn: current.endsOn, buildings }
  return whyNone(appointments, held.length > 0, today)
}

function whyNone(appointments: readonly Appointment[], isHeld: boolean, today: Date): OwnPost {
  if (isHeld) return { state: 'no-buildings', on: null }
  const [newest] = appointments
  if (!newest) return { state: 'never', on: null }
  return newest.startsOn > today
    ? { state: 'not-begun', on: newest.startsOn }
    : { state: 'ended', on: newest.endsOn ?? today }
}

function ownBuilding({ building }: Appointment['buildings'][number]): OwnBuilding {
  const { id, name, householdCount, compound, grid } = building
  return {
    id,
    name,
    householdCount,
    compound: compound.name,
    community: compound.community,
    gridMembers: (grid?.members ?? []).map(({ id: memberId, person }) => ({
      id: memberId,
      name: person.name,
      phone: person.consents.length > 0 ? person.phone : null,
    })),
  }
}

const BESIDE_CAPTAIN = ['captain', 'worker', 'resident']

/** Whether somebody has work in the office's pages beside a captain's. */
export const holdsOffice = (principal: Principal): boolean =>
  principal.grants.some(({ role }) => !BESIDE_CAPTAIN.includes(role))

/** Whether somebody's own place is the captain's page: a captain without an office, of today or of yesterday. */
export async function startsAsCaptain({ tx, principal }: Act): Promise<boolean> {
  if (holdsOffice(principal)) return false
  if (holdsRole(principal, 'captain')) return true
  const { streetId, personId } = principal
  if (personId === null || holdsRole(principal, 'worker')) return false
  return (await tx.captainAppointment.count({ where: { streetId, personId } })) > 0
}

/** Whether somebody's own place is the worker's page: a worker without an office and without buildings. */
export const startsAsWorker = (principal: Principal): boolean =>
  !holdsOffice(principal) && !holdsRole(principal, 'captain') && holdsRole(principal, 'worker')

/** Whether somebody's own place is the residents' pages: who lives here and has no work here. */
export const startsAsResident = (principal: Principal): boolean =>
  principal.grants.length > 0 && principal.grants.every(({ role }) => role === 'resident')
