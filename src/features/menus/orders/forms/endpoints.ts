import { refuse } from '@/core/result'
import { stepByForm } from '@/features/requests/tracks/forms/endpoints'
import { cancelByTrack, moveByTrack } from '../commands'
import { trackedCancellation, trackedMove } from '../schema'

/** Cancels or moves an order by a plain HTML form on the page of its tracking code. */
export const postOrderForm = (request: Request, context: { params: Promise<{ token: string }> }) =>
  stepByForm(request, context, async (act, token, { step, ...fields }) => {
    if (step === 'cancel') {
      const asked = trackedCancellation.safeParse(fields)
      return asked.success ? cancelByTrack(act, token, asked.data.reason) : refuse('invalid')
    }
    const asked = trackedMove.safeParse(fields)
    return asked.success ? moveByTrack(act, token, asked.data.startsAt) : refuse('invalid')
  })
