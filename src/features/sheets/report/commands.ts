import { ok, type Result } from '@/core/result'
import { fileRequest } from '@/features/requests/intake/commands'
import { OPEN_STATES } from '@/features/requests/life/rules'
import { followRequest, REPORTER } from '@/features/requests/tracks/commands'
import { recordDeed } from '@/server/audit'
import { type Claim, claimKey, replayOf, storeAnswer } from '@/server/idempotency'
import type { OpenAct } from '@/server/open-endpoint'
import { seal, unseal, unsign } from '@/server/secrets'
import { hashToken } from '@/server/session'
import { type ReportBoard, siteOf } from './queries'
import type { PublicReport } from './schema'

const OPERATION = 'POST /b/{code}/report'
const SEALED = 'report-token'

/** Everything of one form belongs together: its photos and its one request. */
export const formOwner = (formId: string): string => hashToken(`report-form ${formId}`)

const claimOf = (board: ReportBoard, formId: string, report: PublicReport): Claim => ({
  streetId: board.streetId,
  principal: 'anyone',
  operation: OPERATION,
  key: formOwner(formId),
  requestHash: hashToken(JSON.stringify([board.code, report.categoryId, report.where, report.words])),
})

type Refusal = 'unknown-reference' | 'too-many-photos' | 'other-request-same-key' | 'unavailable'

/** Files what a form says, once however often it is sent; answers the tracking code, which is kept only sealed. */
export async function reportFromSheet(
  { tx, now, requestId }: OpenAct,
  board: ReportBoard,
  report: PublicReport,
  formId: string,
  photoIds: readonly string[],
): Promise<Result<string, Refusal>> {
  const claim = claimOf(board, formId, report)
  if (!(await claimKey({ tx, now }, claim))) {
    const kept = await replayOf(tx, claim)
    if (kept?.status === 422) return { ok: false, refusal: 'other-request-same-key' }
    const sealed = (kept?.body as { sealed?: string } | undefined)?.sealed
    return sealed ? ok(unseal(SEALED, sealed)) : { ok: false, refusal: 'unavailable' }
  }
  const { where, ...said } = report
  const filed = await fileRequest(tx, board.streetId, now, {
    site: siteOf(board, where),
    source: 'sheet',
    categoryId: said.categoryId,
    words: said.words,
    place: said.place ?? null,
    reporterName: said.reporterName ?? null,
    reporterPhone: said.reporterPhone ?? null,
    actor: { accountId: null, name: REPORTER, kind: 'reporter' },
    photoIds,
    photoOwner: formOwner(formId),
  })
  if (!filed.ok) throw new Refused(filed.refusal, filed.fields)
  const { id, token } = filed.value
  const doer = { streetId: board.streetId, accountId: null, name: REPORTER }
  await recordDeed(
    { tx, doer, at: now, requestId },
    { action: 'request.report', subject: { kind: 'request', id } },
  )
  await storeAnswer({ tx }, claim, { status: 303, body: { sealed: seal(SEALED, token) } })
  return ok(token)
}

/** Gives the form's key back with the transaction: a form that was refused is mended and sent again. */
export class Refused extends Error {
  constructor(
    readonly refusal: 'unknown-reference' | 'too-many-photos',
    readonly fields: Record<string, string> | undefined,
  ) {
    super(refusal)
  }
}

/** Follows the request that a ticket names, while it is open; null when it is not, or the ticket is made up. */
export async function followFromSheet(
  { tx, now }: OpenAct,
  board: ReportBoard,
  ticket: string,
): Promise<string | null> {
  const [streetId, id = ''] = unsign('follow-request', ticket)?.split(' ') ?? []
  if (streetId !== board.streetId) return null
  const isOpen = await tx.request.count({ where: { streetId, id, state: { in: [...OPEN_STATES] } } })
  return isOpen > 0 ? followRequest(tx, streetId, id, now) : null
}
