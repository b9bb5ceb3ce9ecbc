import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { hashToken } from '@/server/session'
import { opinionsWithin } from './policy'
import { DAYS_TO_ANSWER, daysBefore } from './rules'
import type { OpinionFilter } from './schema'

const ROW = {
  id: true,
  hour: true,
  source: true,
  about: true,
  matter: true,
  state: true,
  triage: true,
  level: true,
  answeredHour: true,
  publicHour: true,
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

/** What a state of the filter asks for: also what waits too long, and what waits for a second look. */
function inState(state: OpinionFilter['state'], now: Date): Prisma.OpinionWhereInput {
  if (state === 'all') return {}
  if (state === 'late')
    return { state: { in: ['fresh', 'taken'] }, hour: { lt: daysBefore(now, DAYS_TO_ANSWER) } }
  if (state === 'look') return { state: 'answered', published: { not: null }, publicHour: null }
  return { state }
}

const whereOf = (
  { principal, now }: Act,
  filter: OpinionFilter,
  permission: Permission,
): Prisma.OpinionWhereInput => ({
  AND: [
    opinionsWithin(principal, permission),
    inState(filter.state, now),
    filter.triage ? { triage: filter.triage } : {},
    filter.community ? { building: { compound: { communityId: filter.community } } } : {},
    filter.compound ? { building: { compoundId: filter.compound } } : {},
    filter.q
      ? {
          OR: [
            { words: { contains: filter.q, mode: 'insensitive' } },
            { building: searching(filter.q) },
            { building: { compound: searching(filter.q) } },
          ],
        }
      : {},
  ],
})

/** A page of the opinions in the reader's scope, the latest first: where and of what kind; what was said is read one by one. */
export async function listOpinions(act: Act, filter: OpinionFilter): Promise<Page<OpinionRow>> {
  const where = whereOf(act, filter, 'opinions.read')
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

/** The same as one piece, for a workbook: still without what was said. */
export const opinionsToExport = (act: Act, filter: OpinionFilter): Promise<OpinionRow[]> =>
  act.tx.opinion.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'opinions.export'),
    orderBy: [{ hour: 'desc' }, { id: 'desc' }],
    take: 50_000,
    select: ROW,
  })

const DETAIL = {
  ...ROW,
  words: true,
  answer: true,
  published: true,
  proposedById: true,
  aboutPersonId: true,
  aboutAccountId: true,
  aboutPerson: { select: { name: true } },
  aboutAccount: { select: { displayName: true } },
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
    where: { streetId, publicHour: { not: null }, state: 'answered', building: { compoundId } },
    orderBy: [{ publicHour: 'desc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    select: { id: true, published: true, answer: true },
  })
