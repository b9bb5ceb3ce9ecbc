import type { Act } from '@/server/act'
import { transitionOf } from '../life/rules'
import { requestsSeenBy, requestsWithin } from '../policy'
import type { Previewed } from './rules'
import type { DispatchPreview } from './schema'

/** What would come of giving the picked ones out, without doing it. */
export async function previewDispatch(
  { tx, principal }: Act,
  { requests }: DispatchPreview,
): Promise<Previewed[]> {
  const ids = requests.map(({ id }) => id)
  const [seen, reached] = await Promise.all([
    tx.request.findMany({
      where: { AND: [{ id: { in: ids } }, requestsSeenBy(principal)] },
      select: { id: true, number: true, state: true, version: true },
    }),
    tx.request.findMany({
      where: { AND: [{ id: { in: ids } }, requestsWithin(principal, 'requests.dispatch')] },
      select: { id: true },
    }),
  ])
  const known = new Map(seen.map((request) => [request.id, request]))
  const mine = new Set(reached.map(({ id }) => id))
  return requests.map(({ id, version }): Previewed => {
    const request = known.get(id)
    if (!request) return { id, number: null, refusal: 'not-found' }
    const { number } = request
    if (!mine.has(id)) return { id, number, refusal: 'forbidden' }
    if (request.version !== version) return { id, number, refusal: 'stale-version' }
    const canMove = transitionOf('dispatch').from.includes(request.state)
    return { id, number, refusal: canMove ? null : 'move-not-possible' }
  })
}
