import type { Prisma } from '@/generated/prisma/client'
import type { Principal } from '@/server/principal'

/** What a resident reported by the account, or took into it by a tracking code. */
export const ownRequests = ({ streetId, accountId }: Principal): Prisma.RequestWhereInput => ({
  streetId,
  OR: [{ reporterAccountId: accountId }, { tracks: { some: { accountId } } }],
})
