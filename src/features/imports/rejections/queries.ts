import type { Locale } from '@/core/instants'
import type { Act } from '@/server/act'
import { reasonText } from '../fault-words'
import { masked } from '../plan/masking'
import type { Rejection } from '../plan/records'

/** What is kept of a refused row beside its place: all its cells, and every fault by name, to be worded in either language. */
export type KeptRow = Pick<Rejection, 'cells' | 'faults'>

const PER_PAGE = 50

/** The refused rows of an import that the caller has found, in the order of the files. */
export const rejectionsOf = ({ tx, principal }: Act, importId: string, page?: number) =>
  tx.importRejection.findMany({
    where: { streetId: principal.streetId, importId },
    orderBy: { position: 'asc' },
    ...(page === undefined ? {} : { skip: (page - 1) * PER_PAGE, take: PER_PAGE }),
  })

/** A page of the refused rows as it is read on a screen: numbers masked, the reason in the reader's language. */
export async function rejectionPage(act: Act, importId: string, page: number, locale: Locale) {
  const rows = await rejectionsOf(act, importId, page)
  return rows.map(({ position, file, sheet, row, column, value, reason, cells }) => {
    const faults = (cells as KeptRow | null)?.faults
    return {
      position,
      file,
      sheet,
      row,
      column,
      value: masked(value),
      reason: masked(faults ? reasonText(faults, locale) : reason),
    }
  })
}
