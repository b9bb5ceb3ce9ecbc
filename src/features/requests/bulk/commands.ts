import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import type { Refusal } from '@/server/refusals'
import { mayServe } from '../dispatch/queries'
import { moveByStaff } from '../life/commands'
import type { DispatchMany } from './schema'

export type DispatchedMany = {
  dispatched: string[]
  refused: { id: string; refusal: Refusal }[]
}

/**
 * Gives several requests to one worker in one transaction: what can be given is given, what somebody else has moved in
 * the meantime is named with its reason, and a fault undoes them all.
 */
export async function dispatchTogether(
  act: Act,
  { requests, workerId, words }: DispatchMany,
): Promise<Result<DispatchedMany, 'worker-not-free'>> {
  if (!(await mayServe(act, workerId))) return refuse('worker-not-free', { workerId: 'worker-not-free' })
  const done: DispatchedMany = { dispatched: [], refused: [] }
  // In one order for everybody, so that two boards at once cannot wait for each other.
  const inOrder = [...new Map(requests.map((request) => [request.id, request])).values()].sort(
    (one, other) => (one.id < other.id ? -1 : 1),
  )
  for (const { id, version } of inOrder) {
    const moved = await moveByStaff(act, id, { move: 'dispatch', version, workerId, words })
    if (moved.ok) done.dispatched.push(id)
    else done.refused.push({ id, refusal: moved.refusal })
  }
  return ok(done)
}
