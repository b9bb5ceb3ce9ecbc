import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { todayOf } from '@/server/term'
import { mediationsOf } from '../policy'
import type { MediationFilter, RegisterFilter } from '../schema'

const ROW = {
  id: true,
  number: true,
  matter: true,
  state: true,
  outcome: true,
  openedOn: true,
  followUpOn: true,
  endedOn: true,
  building: { select: { name: true, compound: { select: { name: true } } } },
  parties: { orderBy: { position: 'asc' as const }, select: { name: true } },
} satisfies Prisma.MediationSelect

export type MediationRow = Prisma.MediationGetPayload<{ select: typeof ROW }>

function asked(act: Act, { q, state }: MediationFilter): Prisma.MediationWhereInput[] {
  const words = q ? { contains: q, mode: 'insensitive' as const } : null
  return [
    state === 'running'
      ? { state: { not: 'ended' } }
      : state === 'due'
        ? { state: { not: 'ended' }, followUpOn: { lte: todayOf(act.now) } }
        : state
          ? { state }
          : {},
    words
      ? {
          OR: [
            { number: words },
            { matter: words },
            { parties: { some: { OR: [{ name: words }, { door: words }] } } },
            { building: { search: { contains: q?.toLowerCase() ?? '' } } },
          ],
        }
      : {},
  ]
}

/** A page of the cases that the reader is in, the latest first. */
export async function listMediations(act: Act, filter: MediationFilter): Promise<Page<MediationRow>> {
  const where = { AND: [mediationsOf(act.principal), ...asked(act, filter)] }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('openedOn', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.mediation.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.mediation.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.openedOn.toISOString())
}

const DETAIL = {
  ...ROW,
  closing: true,
  version: true,
  building: {
    select: {
      id: true,
      name: true,
      compound: {
        select: {
          name: true,
          communityId: true,
          community: { select: { name: true, street: { select: { name: true } } } },
        },
      },
    },
  },
  parties: {
    orderBy: { position: 'asc' as const },
    select: { id: true, name: true, phone: true, door: true, _count: { select: { signatures: true } } },
  },
  meetings: {
    orderBy: [{ heldAt: 'desc' as const }, { id: 'desc' as const }],
    select: {
      id: true,
      isFollowUp: true,
      heldAt: true,
      place: true,
      present: true,
      words: true,
      writtenBy: true,
    },
  },
  agreements: {
    orderBy: { edition: 'desc' as const },
    select: {
      id: true,
      edition: true,
      words: true,
      drawnUpOn: true,
      mediator: true,
      signatures: { select: { partyId: true, strokes: true, signedAt: true } },
    },
  },
  seats: {
    where: { endsAt: null },
    orderBy: { startsAt: 'asc' as const },
    select: { id: true, accountId: true, post: true, account: { select: { displayName: true } } },
  },
} satisfies Prisma.MediationSelect

export type MediationDetail = Prisma.MediationGetPayload<{ select: typeof DETAIL }>

/** A case that the reader is in; for everybody else there is none. */
export const findMediation = ({ tx, principal }: Act, id: string): Promise<MediationDetail | null> =>
  tx.mediation.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, mediationsOf(principal)] },
    select: DETAIL,
  })

/** Says in the audit that something was done to a case, and never what. */
export const tellAudit = (act: Act, id: string, deed: string): Promise<void> =>
  recordAudit(act, { action: `mediation.${deed}`, subject: { kind: 'mediation', id } })

/** A case for reading; that it was read is kept, and not what. */
export async function readMediation(act: Act, id: string): Promise<MediationDetail | null> {
  const found = await findMediation(act, id)
  if (found) await tellAudit(act, id, 'read')
  return found
}

const REGISTER = {
  id: true,
  number: true,
  state: true,
  openedOn: true,
  endedOn: true,
} satisfies Prisma.MediationSelect
export type RegisterRow = Prisma.MediationGetPayload<{ select: typeof REGISTER }>

/** That there are cases, and how they stand: no place, no people and no word of them. */
export async function listRegister(
  act: Act,
  { state, size, cursor: at }: RegisterFilter,
): Promise<Page<RegisterRow>> {
  const where = { streetId: act.principal.streetId, ...(state ? { state } : {}) }
  const cursor = cursorFor(at, 'day')
  const place = keyset('openedOn', 'desc', cursor, size)
  const [found, total] = await Promise.all([
    act.tx.mediation.findMany({
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: REGISTER,
    }),
    act.tx.mediation.count({ where }),
  ])
  return pageOf(found, size, cursor, total, (row) => row.openedOn.toISOString())
}
