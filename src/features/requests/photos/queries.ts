import type { Act } from '@/server/act'
import { requestsSeenBy } from '../policy'

/** The file of a photo that the reader may see: of a request within the scope, or one's own that is not yet of any. */
export async function findPhotoFile({ tx, principal }: Act, id: string): Promise<string | null> {
  const photo = await tx.requestPhoto.findFirst({
    where: {
      streetId: principal.streetId,
      id,
      OR: [
        { requestId: { not: null }, request: requestsSeenBy(principal) },
        { requestId: null, ownerHash: principal.accountId },
      ],
    },
    select: { file: true },
  })
  return photo?.file ?? null
}
