import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { publicOrigin } from '@/server/public-address'
import { type Draft, draftSheets } from '../queries'
import { type SheetView, sheetContentHash } from '../rules'

type Settled = { boardId: string; view: SheetView }

/**
 * The boards' sheets as they are at this moment, each with its version. A version comes into being when somebody
 * looks: so whoever asks for a version, a list or a printer no less than a resident, looks through here first.
 */
export async function settledSheets(
  tx: Tx,
  streetId: string,
  boards: Prisma.NoticeBoardWhereInput,
  now: Date,
): Promise<Settled[]> {
  const drafts = await draftSheets(tx, streetId, boards, now, publicOrigin())
  return settleVersions(tx, streetId, drafts)
}

/**
 * Gives each sheet its version: the newest one's while it shows the same, else the next, which holds from today.
 * Two readers may see a change at once; one of them writes the number, and the other then reads it again.
 */
async function settleVersions(tx: Tx, streetId: string, drafts: readonly Draft[]): Promise<Settled[]> {
  const hashes = new Map(drafts.map(({ boardId, view }) => [boardId, sheetContentHash(view)]))
  for (;;) {
    const newest = await newestVersions(tx, streetId, [...hashes.keys()])
    const changed = drafts.filter(({ boardId }) => newest.get(boardId)?.contentHash !== hashes.get(boardId))
    if (changed.length === 0) {
      return drafts.map(({ boardId, view }) => {
        const { version = 0, holdsFrom = view.holdsFrom } = newest.get(boardId) ?? {}
        return { boardId, view: { ...view, version, holdsFrom } }
      })
    }
    await tx.sheetVersion.createMany({
      data: changed.map(({ boardId, view }) => ({
        streetId,
        boardId,
        version: (newest.get(boardId)?.version ?? 0) + 1,
        contentHash: hashes.get(boardId) ?? '',
        holdsFrom: new Date(`${view.holdsFrom}T00:00:00Z`),
      })),
      skipDuplicates: true,
    })
  }
}

type Newest = { version: number; contentHash: string; holdsFrom: string }

async function newestVersions(tx: Tx, streetId: string, boardIds: string[]): Promise<Map<string, Newest>> {
  const rows = await tx.sheetVersion.findMany({
    where: { streetId, boardId: { in: boardIds } },
    distinct: ['boardId'],
    orderBy: [{ boardId: 'asc' }, { version: 'desc' }],
  })
  return new Map(
    rows.map(({ boardId, version, contentHash, holdsFrom }) => [
      boardId,
      { version, contentHash, holdsFrom: holdsFrom.toISOString().slice(0, 10) },
    ]),
  )
}
