import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { hashToken } from '@/server/session'
import { opinionsWithin } from './policy'
import type { OpinionFilter } from './schema'

const ROW = {
  id: true,
  hour: true,
  source: true,
  about: true,
  state: true,
  triage: true,
  answeredHour: true,
  version: true,
  building: {
    select: {
      id: true,
      name: true,
      compound: { select: { name: true, community: { select: { name: true } } } },
    },
  },
} satisfies Prisma.OpinionSelect

export type OpinionRow = Prisma.OpinionGetPayload<{ select: typeof ROW }>

/** A page of the opinions in the reader's scope, the latest first: where and of what kind; what was said is read one by one. */
export async function listOpinions(act: Act, filter: OpinionFilter): Promise<Page<OpinionRow>> {
  const where: Prisma.OpinionWhereInput = {
    AND: [
      opinionsWithin(act.principal, 'opinions.read'),
      { state: filter.state },
      filter.triage ? { triage: filter.triage } : {},
      filter.community ? { building: { compound: { communityId: filter.community } } } : {},
      filter.q ? { words: { contains: filter.q, mode: 'insensitive' } } : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('hour', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.opinion.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.opinion.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.hour.toISOString())
}

const DETAIL = {
  ...ROW,
  words: true,
  answer: true,
  published: true,
  request: { select: { id: true, number: true } },
} satisfies Prisma.OpinionSelect

export type OpinionDetail = Prisma.OpinionGetPayload<{ select: typeof DETAIL }>

/** An opinion within a permission's scope, or null when there is none, or none for this reader. */
export const findOpinion = (
  { tx, principal }: Act,
  id: string,
  permission: Permission,
): Promise<OpinionDetail | null> =>
  tx.opinion.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, opinionsWithin(principal, permission)] },
    select: DETAIL,
  })

/** Opens an opinion for reading; that it was read, and by whom, is recorded. */
export async function openOpinion(act: Act, id: string): Promise<OpinionDetail | null> {
  const opinion = await findOpinion(act, id, 'opinions.read')
  if (opinion) await recordAudit(act, { action: 'opinion.read', subject: { kind: 'opinion', id } })
  return opinion
}

export type OpinionFigures = { received: number; answered: number; inSevenDays: number }

/** How many opinions came in the reader's scope, how many were answered, and how many of them within seven days. */
export async function opinionFigures({ tx, principal }: Act): Promise<OpinionFigures> {
  const found = await tx.opinion.findMany({
    where: { AND: [opinionsWithin(principal, 'opinions.read'), { state: { not: 'spam' } }] },
    select: { hour: true, answeredHour: true },
  })
  const answered = found.filter(({ answeredHour }) => answeredHour !== null)
  const inSevenDays = answered.filter(
    ({ hour, answeredHour }) => Number(answeredHour) - hour.getTime() <= SEVEN_DAYS_MS,
  )
  return { received: found.length, answered: answered.length, inSevenDays: inSevenDays.length }
}

const SEVEN_DAYS_MS = 7 * 86_400_000

/** What became of the opinion of a receipt: null for a receipt that is none. */
export const opinionOfReceipt = (tx: Tx, streetId: string, receipt: string) =>
  tx.opinion.findUnique({
    where: { streetId_receiptHash: { streetId, receiptHash: hashToken(receipt) } },
    select: { state: true, answer: true },
  })

const MOST_SHOWN = 10

/** What was said and answered for all to read, in the building and its compound, the latest first. */
export const publishedAround = (tx: Tx, streetId: string, compoundId: string) =>
  tx.opinion.findMany({
    where: { streetId, published: { not: null }, state: 'answered', building: { compoundId } },
    orderBy: [{ answeredHour: 'desc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    select: { id: true, published: true, answer: true },
  })
