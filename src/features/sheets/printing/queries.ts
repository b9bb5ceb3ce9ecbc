import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { boardsWithin } from '../boards/policy'

type PrintedPlace = {
  compound?: string | undefined
  building?: string | undefined
  zone?: string | undefined
}

/** What one print job holds: a browser lays out some hundreds of pages without trouble, a whole street it does not. */
export const MOST_SHEETS = 400

/** The boards of a compound, a building or a zone. */
export const boardsOf = ({ compound, building, zone }: PrintedPlace): Prisma.NoticeBoardWhereInput => ({
  stairwell: {
    building: {
      ...(building ? { id: building } : {}),
      ...(compound ? { compoundId: compound } : {}),
      ...(zone ? { compound: { zoneCompound: { is: { zoneId: zone } } } } : {}),
    },
  },
})

/** How many sheets a print job would hold. */
export const countSheets = (act: Act, place: PrintedPlace): Promise<number> =>
  act.tx.noticeBoard.count({
    where: {
      AND: [
        boardsWithin(act.principal, 'sheets.print'),
        { codes: { some: { revokedAt: null } } },
        boardsOf(place),
      ],
    },
  })
