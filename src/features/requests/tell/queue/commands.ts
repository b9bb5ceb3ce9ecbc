import type { Tx } from '@/server/db'
import { addJob } from '@/server/jobs'
import { TOLD_STEPS } from '../rules'

/** Has those told whom a step concerns, once the step is written. */
export async function tellOfStep(
  tx: Tx,
  streetId: string,
  requestId: string,
  event: { id: string; kind: string },
): Promise<void> {
  if (event.kind in TOLD_STEPS) await addJob(tx, 'requests-tell', { streetId, requestId, eventId: event.id })
}
