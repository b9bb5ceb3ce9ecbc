import { db } from '@/server/db'
import { needleOf } from '@/server/needle'

export type PublicStreet = { id: string; code: string; name: string; demo: boolean }

/** The street that a visitor means: named by its code, known by the host name, or the only one there is. */
export async function findPublicStreet(host: string | null, code?: string): Promise<PublicStreet | null> {
  const streets = await listPublicStreets()
  const hostName = host?.split(':')[0]?.toLowerCase()
  const { hostName: _, ...street } =
    streets.find((one) => one.code === code) ??
    streets.find((one) => one.hostName && one.hostName.toLowerCase() === hostName) ??
    (streets.length === 1 ? streets[0] : undefined) ??
    {}
  return 'id' in street ? (street as PublicStreet) : null
}

/** The streets of this installation, by code. */
export async function listPublicStreets(): Promise<(PublicStreet & { hostName: string | null })[]> {
  const streets = await db().street.findMany({
    orderBy: { code: 'asc' },
    take: 500,
    select: {
      id: true,
      code: true,
      name: true,
      hostName: true,
      accounts: { where: { demo: true }, take: 1, select: { id: true } },
    },
  })
  return streets.map(({ accounts, ...street }) => ({ ...street, demo: accounts.length > 0 }))
}

export type PublicCompound = { id: string; name: string; community: { name: string } }

const MOST_FOUND = 30

/** Compounds in use whose name, full pinyin or initials hold what was typed. */
export const findPublicCompounds = (streetId: string, typed: string): Promise<PublicCompound[]> =>
  db().compound.findMany({
    relationLoadStrategy: 'join',
    where: { streetId, endedAt: null, search: { contains: needleOf(typed) } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: MOST_FOUND,
    select: { id: true, name: true, community: { select: { name: true } } },
  })

/** What a compound's public page shows: its community's office, and every stairwell with the code of its board. */
export const findPublicCompound = (id: string) =>
  db().compound.findFirst({
    relationLoadStrategy: 'join',
    where: { id, endedAt: null },
    select: {
      id: true,
      streetId: true,
      name: true,
      community: {
        select: { id: true, name: true, officePhone: true, officeAddress: true, officeHours: true },
      },
      buildings: {
        where: { endedAt: null },
        orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          name: true,
          stairwells: {
            where: { endedAt: null },
            orderBy: { number: 'asc' },
            select: {
              id: true,
              name: true,
              noticeBoard: { select: { codes: { where: { revokedAt: null }, select: { code: true } } } },
            },
          },
        },
      },
    },
  })
