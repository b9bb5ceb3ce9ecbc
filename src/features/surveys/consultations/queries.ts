import { addDays, startOf } from '@/core/instants'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { todayOf } from '@/server/term'
import { consultationsWithin } from './policy'
import type { ConsultationFilter } from './schema'

const ROW = {
  id: true,
  topic: true,
  place: true,
  heldAt: true,
  peopleCount: true,
  decision: true,
  followUp: true,
  followUpDueOn: true,
  followedUpOn: true,
  publishedAt: true,
  version: true,
  community: { select: { id: true, name: true } },
  compound: { select: { id: true, name: true } },
} satisfies Prisma.ConsultationSelect

export type ConsultationRow = Prisma.ConsultationGetPayload<{ select: typeof ROW }>

const followUpOf = (
  state: NonNullable<ConsultationFilter['followUp']>,
  now: Date,
): Prisma.ConsultationWhereInput =>
  state === 'done'
    ? { followedUpOn: { not: null } }
    : {
        followUp: { not: null },
        followedUpOn: null,
        ...(state === 'overdue' ? { followUpDueOn: { lt: todayOf(now) } } : {}),
      }

const whereOf = (
  act: Act,
  filter: ConsultationFilter,
  permission: Permission,
): Prisma.ConsultationWhereInput => ({
  AND: [
    consultationsWithin(act.principal, permission),
    searching(filter.q),
    filter.community ? { communityId: filter.community } : {},
    filter.compound ? { compoundId: filter.compound } : {},
    filter.published ? { publishedAt: filter.published === 'yes' ? { not: null } : null } : {},
    filter.followUp ? followUpOf(filter.followUp, act.now) : {},
    filter.from ? { heldAt: { gte: startOf(filter.from) } } : {},
    filter.to ? { heldAt: { lt: startOf(addDays(filter.to, 1)) } } : {},
  ],
})

/** A page of the consultations in the reader's scope, the latest first. */
export async function listConsultations(
  act: Act,
  filter: ConsultationFilter,
): Promise<Page<ConsultationRow>> {
  const where = whereOf(act, filter, 'consultations.read')
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('heldAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.consultation.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.consultation.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.heldAt.toISOString())
}

export const consultationsToExport = (act: Act, filter: ConsultationFilter): Promise<ConsultationRow[]> =>
  act.tx.consultation.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        whereOf(act, filter, 'registers.export'),
        consultationsWithin(act.principal, 'consultations.read'),
      ],
    },
    orderBy: [{ heldAt: 'desc' }, { id: 'desc' }],
    take: 10_000,
    select: ROW,
  })

const DETAIL = {
  ...ROW,
  people: true,
  minutes: true,
  publicWords: true,
  publicParts: true,
} satisfies Prisma.ConsultationSelect

export type ConsultationDetail = Prisma.ConsultationGetPayload<{ select: typeof DETAIL }>

export const findConsultation = (
  { tx, principal }: Act,
  id: string,
  permission: Permission = 'consultations.read',
): Promise<ConsultationDetail | null> =>
  tx.consultation.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, consultationsWithin(principal, permission)] },
    select: DETAIL,
  })

const PUBLIC = {
  id: true,
  topic: true,
  heldAt: true,
  place: true,
  peopleCount: true,
  decision: true,
  followUp: true,
  followedUpOn: true,
  publicWords: true,
  publicParts: true,
  community: { select: { name: true } },
  compound: { select: { id: true, name: true } },
} satisfies Prisma.ConsultationSelect

export type PublicConsultation = Prisma.ConsultationGetPayload<{ select: typeof PUBLIC }>

const withheld = (found: PublicConsultation): PublicConsultation => {
  const isPublic = (part: string) => found.publicParts.includes(part)
  return {
    ...found,
    place: isPublic('place') ? found.place : '',
    peopleCount: isPublic('peopleCount') ? found.peopleCount : 0,
    decision: isPublic('decision') ? found.decision : null,
    followUp: isPublic('followUp') ? found.followUp : null,
    followedUpOn: isPublic('followUp') ? found.followedUpOn : null,
  }
}

/** What is public of a consultation, without an account; what was not published is not even read out. */
export async function publicConsultation(tx: Tx, id: string): Promise<PublicConsultation | null> {
  const found = await tx.consultation.findFirst({
    relationLoadStrategy: 'join',
    where: { id, publishedAt: { not: null } },
    select: PUBLIC,
  })
  return found && withheld(found)
}

const MOST_SHOWN = 5

/** The latest published consultations of a compound and its community. */
export const consultationsAround = (tx: Tx, streetId: string, communityId: string, compoundId: string) =>
  tx.consultation.findMany({
    where: {
      streetId,
      communityId,
      publishedAt: { not: null },
      OR: [{ compoundId }, { compoundId: null }],
    },
    orderBy: [{ heldAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    select: { id: true, topic: true, heldAt: true },
  })
