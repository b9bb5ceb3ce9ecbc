import type { Act } from '@/server/act'
import { entriesWithin } from '../policy'

/** The file of a photo whose entry the reader may see. */
export async function findLogPhoto({ tx, principal }: Act, id: string): Promise<string | null> {
  const photo = await tx.logPhoto.findFirst({
    where: { streetId: principal.streetId, id, entry: entriesWithin(principal, 'logbook.read') },
    select: { file: true },
  })
  return photo?.file ?? null
}

/** Whether somebody holds, or once held, a captain's post. */
export const mayWrite = async ({ tx, principal }: Act): Promise<boolean> =>
  principal.personId !== null &&
  (await tx.captainAppointment.count({
    where: { streetId: principal.streetId, personId: principal.personId },
  })) > 0
