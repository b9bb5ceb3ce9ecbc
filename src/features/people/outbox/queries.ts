import { maskPhone } from '@/core/phone'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { CODE_TEMPLATE } from '../phone-codes/rules'
import { withoutCodes, withoutDigits } from './rules'
import type { MessageFilter } from './schema'

const MESSAGE = {
  id: true,
  channel: true,
  address: true,
  template: true,
  words: true,
  state: true,
  attempts: true,
  lastFault: true,
  notBefore: true,
  sentAt: true,
  createdAt: true,
} satisfies Prisma.OutboxMessageSelect

export type MessageRow = Prisma.OutboxMessageGetPayload<{ select: typeof MESSAGE }>

const guarded = ({ template, words }: MessageRow): string =>
  template === CODE_TEMPLATE ? withoutDigits(words) : withoutCodes(words)

const masked = (address: string): string =>
  address.includes('@') ? address.replace(/^(.).*(@.*)$/, '$1***$2') : maskPhone(address)

/** Numbers are found by their last four alone, as everywhere: whoever tries whole ones learns nothing, nor who tries a code. */
const holding = (typed: string, isDemo: boolean): Prisma.OutboxMessageWhereInput => ({
  OR: [
    {
      words: { contains: typed, mode: 'insensitive' },
      ...(isDemo ? {} : { template: { not: CODE_TEMPLATE } }),
    },
    ...(/^\d{4}$/.test(typed) ? [{ address: { endsWith: typed } }] : []),
  ],
})

/** A page of what was sent or waits, newest first; numbers masked, and tracking codes only where nothing is real. */
export async function listMessages(
  { tx, principal }: Act,
  filter: MessageFilter,
  isDemo: boolean,
): Promise<Page<MessageRow>> {
  const cursor = cursorFor(filter.cursor, 'day')
  const where: Prisma.OutboxMessageWhereInput = {
    AND: [
      { streetId: principal.streetId },
      filter.q ? holding(filter.q, isDemo) : {},
      filter.state ? { state: filter.state } : {},
      filter.channel ? { channel: filter.channel } : {},
    ],
  }
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.outboxMessage.findMany({
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: MESSAGE,
    }),
    tx.outboxMessage.count({ where }),
  ])
  const page = pageOf(found, filter.size, cursor, total, ({ createdAt }) => createdAt.toISOString())
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      address: masked(row.address),
      words: isDemo ? row.words : guarded(row),
    })),
  }
}

/** Whether the street is a demonstration, where nothing leaves the house. */
export const isDemoStreet = async ({ tx, principal }: Act): Promise<boolean> =>
  (await tx.account.count({ where: { streetId: principal.streetId, demo: true } })) > 0
