import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { KEY_STATES, KeyFilter } from './schema'

const KEY = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  community: { select: { id: true, name: true } },
} satisfies Prisma.ApiKeySelect

type KeyState = (typeof KEY_STATES)[number]
export type KeyRow = Prisma.ApiKeyGetPayload<{ select: typeof KEY }> & { state: KeyState }

const whereState = (state: KeyState | undefined, now: Date): Prisma.ApiKeyWhereInput => {
  if (state === 'revoked') return { revokedAt: { not: null } }
  if (state === 'expired') return { revokedAt: null, expiresAt: { lte: now } }
  if (state === 'valid') return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
  return {}
}

/** The street's keys, newest first; what they are is not among what is kept. */
export async function listKeys({ tx, principal, now }: Act, filter: KeyFilter): Promise<Page<KeyRow>> {
  const cursor = cursorFor(filter.cursor, 'day')
  const where: Prisma.ApiKeyWhereInput = {
    AND: [
      { streetId: principal.streetId },
      filter.q ? { name: { contains: filter.q, mode: 'insensitive' } } : {},
      whereState(filter.state, now),
    ],
  }
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.apiKey.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: KEY,
    }),
    tx.apiKey.count({ where }),
  ])
  const page = pageOf(found, filter.size, cursor, total, ({ createdAt }) => createdAt.toISOString())
  return { ...page, rows: page.rows.map((row) => ({ ...row, state: stateOf(row, now) })) }
}

const stateOf = (key: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): KeyState =>
  key.revokedAt ? 'revoked' : key.expiresAt && key.expiresAt <= now ? 'expired' : 'valid'
