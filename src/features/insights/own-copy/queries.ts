import { addressOf, ownMemberships } from '@/features/people/own-households/queries'
import { ownResident } from '@/features/people/residents/own/queries'
import { ownRequests } from '@/features/requests/own-requests/policy'
import type { Act } from '@/server/act'

/** All that is kept of the caller, as plain values. */
export async function ownCopy(act: Act) {
  const { tx, principal } = act
  const resident = await ownResident(act)
  const memberships = await ownMemberships(act)
  const requests = await tx.request.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        ownRequests(principal),
        {
          OR: [
            { reporterAccountId: principal.accountId },
            { tracks: { some: { accountId: principal.accountId, kind: 'reporter' } } },
          ],
        },
      ],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      number: true,
      state: true,
      words: true,
      place: true,
      reporterName: true,
      reporterPhone: true,
      createdAt: true,
      closedAt: true,
      category: { select: { name: true } },
      feedback: {
        orderBy: { round: 'asc' },
        select: {
          round: true,
          satisfied: true,
          overall: true,
          speed: true,
          manner: true,
          words: true,
          createdAt: true,
        },
      },
    },
  })
  const sessions = await tx.session.findMany({
    where: { streetId: principal.streetId, accountId: principal.accountId },
    orderBy: { createdAt: 'asc' },
    select: { device: true, createdAt: true, lastSeenAt: true },
  })
  return {
    ...resident,
    households: memberships.map(({ household, id: _, version: __, ...membership }) => ({
      ...membership,
      household: addressOf(household),
    })),
    requests,
    sessions,
  }
}

type OwnCopy = Awaited<ReturnType<typeof ownCopy>>

export type CopyRow = {
  part: 'account' | 'household' | 'consent' | 'request' | 'session'
  at: Date | null
  words: string
}

/** The copy as rows of one table: what it is about, when, and in words. */
export function rowsOf({
  name,
  phone,
  registeredAt,
  households,
  consents,
  requests,
  sessions,
}: OwnCopy): CopyRow[] {
  const said = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join('；')
  return [
    { part: 'account', at: registeredAt, words: said(name, phone) },
    ...households.map(
      (one): CopyRow => ({
        part: 'household',
        at: one.claimedAt,
        words: said(one.household, one.name, one.state, one.reason),
      }),
    ),
    ...consents.map(
      (one): CopyRow => ({
        part: 'consent',
        at: one.givenOn,
        words: said(one.purpose, one.textVersion, one.withdrawnAt?.toISOString()),
      }),
    ),
    ...requests.map(
      (one): CopyRow => ({
        part: 'request',
        at: one.createdAt,
        words: said(
          one.number,
          one.category.name,
          one.state,
          one.words,
          one.place,
          one.reporterName,
          one.reporterPhone,
          ...one.feedback.map(({ words }) => words),
        ),
      }),
    ),
    ...sessions.map((one): CopyRow => ({ part: 'session', at: one.createdAt, words: one.device })),
  ]
}
