import { buildingsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { holds } from '@/server/principal'
import { inTermOn, todayOf } from '@/server/term'
import { siteName } from '../../buildings/queries'
import { type Hint, ranked, type Suggestion } from './rules'

const SITE = { select: { name: true, compound: { select: { name: true } } } }

const VACANCY = {
  id: true,
  name: true,
  gridId: true,
  compoundId: true,
  grid: { select: { name: true } },
  compound: { select: { id: true, name: true, community: { select: { name: true } } } },
} satisfies Prisma.BuildingSelect

/** A building of the scope for which a captain may be sought, or null. */
const findVacancy = ({ tx, principal }: Act, id: string) =>
  tx.building.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id, endedAt: null }, buildingsWithin(principal, 'captains.write')] },
    select: VACANCY,
  })

type Vacancy = NonNullable<Awaited<ReturnType<typeof findVacancy>>>

/** Captains of buildings nearby: in the same grid, or in the same compound where there is none. */
async function neighbours({ tx, principal, now }: Act, { id, gridId, compoundId }: Vacancy): Promise<Hint[]> {
  const inTerm = inTermOn(todayOf(now))
  const found = await tx.captainAppointment.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      ...inTerm,
      buildings: {
        some: {
          AND: [inTerm],
          buildingId: { not: id },
          building: {
            AND: [buildingsWithin(principal, 'captains.write'), gridId ? { gridId } : { compoundId }],
          },
        },
      },
    },
    take: 60,
    select: {
      person: { select: { id: true, name: true } },
      buildings: { where: inTerm, select: { building: SITE } },
    },
  })
  return found.map(({ person, buildings }) => ({
    person,
    held: buildings.length,
    reason: {
      kind: 'neighbour' as const,
      words: buildings.map(({ building }) => siteName(building)).join('、'),
    },
  }))
}

/** Who looked after the building before. */
async function earlier({ tx, principal, now }: Act, { id }: Vacancy): Promise<Hint[]> {
  const today = todayOf(now)
  const found = await tx.captainBuilding.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, buildingId: id, endsOn: { lt: today } },
    orderBy: { endsOn: 'desc' },
    take: 5,
    select: { endsOn: true, appointment: { select: { person: { select: { id: true, name: true } } } } },
  })
  return found.map(({ endsOn, appointment }) => ({
    person: appointment.person,
    held: 0,
    reason: { kind: 'earlier' as const, until: endsOn },
  }))
}

/** Centre households in the building: they tell of Party membership, so only to who may know of it. */
async function centreHouseholds({ tx, principal }: Act, { id }: Vacancy): Promise<Hint[]> {
  if (!holds(principal, 'people.membership')) return []
  const found = await tx.centreHousehold.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      buildingId: id,
      endedAt: null,
      personId: { not: null },
      building: buildingsWithin(principal, 'people.membership'),
    },
    take: 20,
    select: { name: true, person: { select: { id: true, name: true } } },
  })
  return found.flatMap(({ name, person }) =>
    person ? [{ person, held: 0, reason: { kind: 'centre-household' as const, words: name } }] : [],
  )
}

export type Suggestions = { building: { id: string; name: string; place: string }; people: Suggestion[] }

/** Who could look after a building, each with the reasons; null where the caller fills no vacancy there. */
export async function suggestionsFor(act: Act, id: string): Promise<Suggestions | null> {
  const vacancy = await findVacancy(act, id)
  if (!vacancy) return null
  const hints = await Promise.all([
    earlier(act, vacancy),
    centreHouseholds(act, vacancy),
    neighbours(act, vacancy),
  ])
  return {
    building: {
      id,
      name: siteName(vacancy),
      place: [vacancy.compound.community.name, vacancy.grid?.name].filter(Boolean).join(' · '),
    },
    people: ranked(hints.flat()),
  }
}
