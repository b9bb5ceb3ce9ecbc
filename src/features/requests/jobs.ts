import { dispatchByRule } from './dispatch/commands'
import { writeMessages } from './tell/commands'
import { endWaits, tellOfDeadlines } from './watch/commands'

/** After a request has been accepted: the rules of automatic dispatch. */
export async function dispatchRequest({
  streetId,
  requestId,
}: {
  streetId: string
  requestId: string
}): Promise<void> {
  await dispatchByRule(streetId, requestId, new Date())
}

/** Once a minute: waits that are over, and deadlines that near or have passed. */
export async function watchRequests(): Promise<void> {
  const now = new Date()
  await endWaits(now)
  await tellOfDeadlines(now)
}

/** After a step that somebody is to be told of. */
export async function tellOfRequest({
  streetId,
  requestId,
  eventId,
}: {
  streetId: string
  requestId: string
  eventId: string
}): Promise<void> {
  await writeMessages(streetId, requestId, eventId, new Date())
}
