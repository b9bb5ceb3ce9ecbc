import { dayOf } from '@/core/instants'
import { buildingsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { dayFrom } from '@/server/term'
import { siteName } from '../buildings/queries'
import { byMonth, coverageBy, endingsOf, type TermSite, termOn } from './rules'
import type { TermFilter } from './schema'

const NAMED = { select: { id: true, name: true } }

const SITE = {
  id: true,
  name: true,
  compound: { select: { name: true, community: NAMED } },
  grid: NAMED,
  _count: { select: { stairwells: { where: { endedAt: null } } } },
  captainBuildings: {
    select: {
      startsOn: true,
      endsOn: true,
      appointment: { select: { id: true, person: { select: { name: true } } } },
    },
  },
  elections: {
    where: { isOpen: true },
    take: 1,
    select: { election: { select: { id: true, state: true } } },
  },
} satisfies Prisma.BuildingSelect

const siteOf = (found: Prisma.BuildingGetPayload<{ select: typeof SITE }>): TermSite => ({
  id: found.id,
  name: siteName(found),
  community: found.compound.community,
  grid: found.grid,
  stairwells: found._count.stairwells,
  terms: found.captainBuildings.map(({ startsOn, endsOn, appointment }) => ({
    appointmentId: appointment.id,
    person: appointment.person.name,
    startsOn: dayFrom(startsOn),
    endsOn: endsOn && dayFrom(endsOn),
  })),
  election: found.elections[0]?.election ?? null,
})

/** The buildings of the reader's scope with all their terms, in one query. */
async function sitesWithin({ tx, principal }: Act, { community }: TermFilter): Promise<TermSite[]> {
  const found = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        buildingsWithin(principal, 'captains.read'),
        { endedAt: null, compound: { endedAt: null, ...(community ? { communityId: community } : {}) } },
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: SITE,
  })
  return found.map(siteOf)
}

/** Terms that end and who looks after what today: for a calendar, for figures, and for what to do next. */
export async function termsOf(act: Act, filter: TermFilter) {
  const today = dayOf(act.now)
  const sites = await sitesWithin(act, filter)
  const endings = endingsOf(sites, today)
  return {
    today,
    months: byMonth(endings),
    byCommunity: coverageBy(sites, today, ({ community }) => community),
    byGrid: coverageBy(sites, today, ({ grid }) => grid),
    openEnded: sites.filter((site) => termOn(site, today)?.endsOn === null).length,
    vacancies: sites
      .filter((site) => termOn(site, today) === null)
      .map(({ id, name, community, grid, stairwells, election }) => ({
        id,
        name,
        community: community.name,
        grid: grid?.name ?? null,
        stairwells,
        election,
      })),
  }
}

export type Terms = Awaited<ReturnType<typeof termsOf>>
