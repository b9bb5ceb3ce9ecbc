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

export type OwnCopy = Awaited<ReturnType<typeof ownCopy>>
