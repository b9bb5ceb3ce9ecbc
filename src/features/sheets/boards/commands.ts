import { randomCode, uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { boardsWithin } from './policy'
import { allBoards } from './queries'
import { seenAs, withoutNewest } from './rules'
import type { HangingOfCompound } from './schema'

const CODE_LENGTH = 12

/** Keeps somebody's word that a version of the sheet hangs on its board. */
export async function markHung(
  act: Act,
  boardId: string,
  version: number,
): Promise<Result<{ id: string }, 'not-found' | 'unknown-reference'>> {
  const { tx, principal, now } = act
  const board = await tx.noticeBoard.findFirst({
    where: { AND: [{ id: boardId }, boardsWithin(principal, 'sheets.hang')] },
    select: { versions: { where: { version }, select: { version: true } } },
  })
  if (!board) return refuse('not-found')
  if (board.versions.length === 0) return refuse('unknown-reference', { version: 'unknown-reference' })
  const id = uuidv7(now)
  await tx.hungSheet.create({
    data: { streetId: principal.streetId, id, boardId, version, accountId: principal.accountId, hungAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'board.hang',
    subject: { kind: 'board', id: boardId },
    changes: { hungVersion: { from: null, to: version } },
  })
  return ok({ id })
}

/** Takes a mistaken mark back; the audit keeps that it was there. */
export async function takeMarkBack(
  act: Act,
  boardId: string,
  hungId: string,
): Promise<Result<null, 'not-found'>> {
  const { tx, principal } = act
  const board = { AND: [{ id: boardId }, boardsWithin(principal, 'sheets.hang')] }
  const mark = await tx.hungSheet.findFirst({
    where: { streetId: principal.streetId, id: hungId, board },
    select: { version: true },
  })
  if (!mark) return refuse('not-found')
  const gone = await tx.hungSheet.deleteMany({ where: { streetId: principal.streetId, id: hungId, boardId } })
  if (gone.count === 0) return refuse('not-found')
  await recordAudit(act, {
    action: 'board.unhang',
    subject: { kind: 'board', id: boardId },
    changes: { hungVersion: { from: mark.version, to: null } },
  })
  return ok(null)
}

/**
 * Marks every board of a compound that does not yet hang the newest sheet. A sheet that has changed since the preview
 * was not on the paper: then nothing is marked.
 */
export async function markCompoundHung(
  act: Act,
  { compoundId, seen }: HangingOfCompound,
): Promise<Result<{ marked: number }, 'not-found' | 'stale-version'>> {
  const { tx, principal, now } = act
  const boards = await allBoards(act, { compound: compoundId }, 'sheets.hang')
  if (boards.length === 0) return refuse('not-found')
  const toMark = withoutNewest(boards)
  if (toMark.length === 0 || seenAs(toMark) !== seen) return refuse('stale-version')
  await tx.hungSheet.createMany({
    data: toMark.map(({ id: boardId, version }) => ({
      streetId: principal.streetId,
      id: uuidv7(now),
      boardId,
      version,
      accountId: principal.accountId,
      hungAt: now,
    })),
  })
  await recordAudit(act, {
    action: 'board.hang-all',
    subject: { kind: 'compound', id: compoundId },
    changes: { boards: { to: toMark.length } },
  })
  return ok({ marked: toMark.length })
}

/** Revokes the code that was shown and gives the board a new one; the paper's old code leads nowhere from then on. */
export async function renewCode(
  act: Act,
  boardId: string,
  code: string,
): Promise<Result<{ code: string }, 'not-found' | 'stale-version'>> {
  const { tx, principal, now } = act
  const board = await tx.noticeBoard.findFirst({
    where: { AND: [{ id: boardId }, boardsWithin(principal, 'sheets.renew')] },
    select: { id: true },
  })
  if (!board) return refuse('not-found')
  const revoked = await tx.publicCode.updateMany({
    where: { streetId: principal.streetId, boardId, code, revokedAt: null },
    data: { revokedAt: now },
  })
  if (revoked.count === 0) return refuse('stale-version')
  const renewed = randomCode(CODE_LENGTH)
  await tx.publicCode.create({
    data: { streetId: principal.streetId, boardId, code: renewed, createdAt: now },
    select: { code: true },
  })
  await recordAudit(act, {
    action: 'board.renew',
    subject: { kind: 'board', id: boardId },
    changes: { code: { from: code, to: renewed } },
  })
  return ok({ code: renewed })
}
