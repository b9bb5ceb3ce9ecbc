import { maskName } from '@/core/names'
import { maskPhone } from '@/core/phone'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { needleOf } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { todayOf } from '@/server/term'
import { requestsWithin } from '../policy'
import { type Reason, reasonToCall } from './rules'
import type { CallFilter } from './schema'

const ROW = {
  id: true,
  round: true,
  dueOn: true,
  outcome: true,
  quality: true,
  words: true,
  calledAt: true,
  version: true,
  request: {
    select: {
      id: true,
      number: true,
      state: true,
      round: true,
      wasLate: true,
      words: true,
      reporterName: true,
      reporterPhone: true,
      category: { select: { name: true, nameEn: true } },
      compound: { select: { name: true } },
      building: { select: { name: true } },
      worker: { select: { person: { select: { name: true } } } },
      feedback: { select: { round: true, satisfied: true, overall: true, words: true } },
    },
  },
} satisfies Prisma.FollowUpCallSelect

type Read = Prisma.FollowUpCallGetPayload<{ select: typeof ROW }>

/** A call with what it is about; whom to call is masked, and what the resident said stands apart from the staff's own mark. */
export type CallRow = Omit<Read, 'request'> & {
  request: Omit<Read['request'], 'reporterName' | 'reporterPhone' | 'feedback'>
  reporter: { name: string | null; phone: string | null }
  said: { satisfied: boolean; overall: number | null; words: string | null } | null
  reason: Reason | null
}

function rowOf({ request: { reporterName, reporterPhone, feedback, ...request }, ...call }: Read): CallRow {
  const said = feedback.find(({ round }) => round === call.round) ?? null
  return {
    ...call,
    request,
    reporter: {
      name: reporterName ? maskName(reporterName) : null,
      phone: reporterPhone ? maskPhone(reporterPhone) : null,
    },
    said: said && { satisfied: said.satisfied, overall: said.overall, words: said.words },
    reason: reasonToCall({
      id: request.id,
      round: call.round,
      wasLate: request.wasLate,
      isSatisfied: said?.satisfied ?? null,
    }),
  }
}

const callsWithin = ({ principal }: Act, permission: Permission): Prisma.FollowUpCallWhereInput => ({
  streetId: principal.streetId,
  request: requestsWithin(principal, permission),
})

function whereOf(act: Act, filter: CallFilter): Prisma.FollowUpCallWhereInput {
  const today = todayOf(act.now)
  const shows: Record<CallFilter['show'], Prisma.FollowUpCallWhereInput> = {
    due: { calledAt: null, dueOn: { lte: today } },
    later: { calledAt: null, dueOn: { gt: today } },
    done: { calledAt: { not: null } },
  }
  return {
    AND: [
      callsWithin(act, 'calls.read'),
      shows[filter.show],
      filter.outcome ? { outcome: filter.outcome } : {},
      filter.community ? { request: { compound: { communityId: filter.community } } } : {},
      filter.q ? { request: { search: { contains: needleOf(filter.q) } } } : {},
    ],
  }
}

/** A page of the follow-up calls in the reader's scope: those that are due, the longest waiting first. */
export async function listCalls(act: Act, filter: CallFilter): Promise<Page<CallRow>> {
  const where = whereOf(act, filter)
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('dueOn', filter.show === 'done' ? 'desc' : 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.followUpCall.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.followUpCall.count({ where }),
  ])
  return pageOf(found.map(rowOf), filter.size, cursor, total, (row) => row.dueOn.toISOString())
}

/** A call within a permission's scope, or null when there is none, or none for this reader. */
export async function findCall(act: Act, id: string, permission: Permission): Promise<CallRow | null> {
  const call = await act.tx.followUpCall.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, callsWithin(act, permission)] },
    select: ROW,
  })
  return call && rowOf(call)
}
