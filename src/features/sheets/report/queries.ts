import { type OutageShown, outagesAt } from '@/features/requests/outages/queries'
import { type Similar, similarRequests } from '@/features/requests/similar/queries'
import type { Tx } from '@/server/db'
import { sign } from '@/server/secrets'
import type { PublicReport } from './schema'

/** Where the sheet hangs whose code was scanned. */
export type ReportBoard = {
  code: string
  streetId: string
  compoundId: string
  compound: string
  stars: number
  buildingId: string
  building: string
  stairwellId: string
  stairwell: string | null
  /** What is known to be out there. */
  outages: readonly OutageShown[]
}

export async function findReportBoard(tx: Tx, code: string, now: Date): Promise<ReportBoard | null> {
  if (!/^[A-Z0-9]{6,32}$/i.test(code)) return null
  const found = await tx.publicCode.findFirst({
    relationLoadStrategy: 'join',
    where: {
      code: code.toUpperCase(),
      revokedAt: null,
      board: { stairwell: { endedAt: null, building: { endedAt: null, compound: { endedAt: null } } } },
    },
    select: {
      code: true,
      streetId: true,
      board: {
        select: {
          stairwell: {
            select: {
              id: true,
              name: true,
              building: {
                select: {
                  id: true,
                  name: true,
                  compound: { select: { id: true, name: true, stars: true, communityId: true } },
                },
              },
            },
          },
        },
      },
    },
  })
  if (!found?.board) return null
  const { stairwell } = found.board
  const { building } = stairwell
  const { id: compoundId, communityId } = building.compound
  const place = { communityId, compoundId, buildingId: building.id, stairwellId: stairwell.id }
  return {
    outages: await outagesAt(tx, found.streetId, place, now),
    code: found.code,
    streetId: found.streetId,
    compoundId: building.compound.id,
    compound: building.compound.name,
    stars: building.compound.stars,
    buildingId: building.id,
    building: building.name,
    stairwellId: stairwell.id,
    stairwell: stairwell.name,
  }
}

export type ReportCategory = {
  id: string
  name: string
  nameEn: string
  group: string
  groupEn: string
  danger: string | null
}

export const reportCategories = (tx: Tx, streetId: string): Promise<ReportCategory[]> =>
  tx.requestCategory.findMany({
    where: { streetId, endedAt: null, policies: { some: {} } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, nameEn: true, group: true, groupEn: true, danger: true },
  })

/** The place that a report means. */
export const siteOf = (board: ReportBoard, where: PublicReport['where']) => ({
  compoundId: board.compoundId,
  buildingId: where === 'compound' ? null : board.buildingId,
  stairwellId: where === 'stairwell' ? board.stairwellId : null,
  stars: board.stars,
})

export type SimilarShown = Omit<Similar, 'id'> & { follow: string }

/** Open requests like this one around the board; each with the ticket by which it can be followed from here. */
export async function similarAround(
  tx: Tx,
  board: ReportBoard,
  categoryId: string,
  now: Date,
): Promise<SimilarShown[]> {
  const { streetId, compoundId, buildingId } = board
  const found = await similarRequests(tx, streetId, { compoundId, buildingId, categoryId }, now)
  return found.map(({ id, ...rest }) => ({ ...rest, follow: sign('follow-request', `${streetId} ${id}`) }))
}
