import { db } from '@/server/db'
import type { Principal } from '@/server/principal'
import { requestsSeenBy } from '../policy'

/** Which of the requests that have moved the principal may see. */
export async function seenAmong(principal: Principal, ids: readonly string[]): Promise<string[]> {
  const seen = await db().request.findMany({
    where: { AND: [{ id: { in: [...ids] } }, requestsSeenBy(principal)] },
    select: { id: true },
  })
  return seen.map(({ id }) => id)
}
