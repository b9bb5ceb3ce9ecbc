import { randomCode } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { recordDeed } from '@/server/audit'
import type { Tx } from '@/server/db'
import type { OpenAct } from '@/server/open-endpoint'
import { hashToken } from '@/server/session'
import { moveByReporter } from '../life/commands'
import { trackedRequest } from '../life/queries'
import type { ReporterMove } from '../life/schema'
import type { Moved } from '../steps/commands'

/** Under this name stands in history and audit who acts by a code: neither holds the name that was given. */
export const REPORTER = '报事人'

type Refusal =
  | 'not-found'
  | 'forbidden'
  | 'move-not-possible'
  | 'reopening-expired'
  | 'stale-version'
  | 'unknown-reference'

/** Makes a step of the reporter's by the tracking code; a follower's code only reads. */
export async function moveByTrack(
  { tx, now, requestId }: OpenAct,
  token: string,
  asked: ReporterMove,
): Promise<Result<Pick<Moved, 'state' | 'version'>, Refusal>> {
  const tracked = await trackedRequest(tx, token)
  if (!tracked) return refuse('not-found')
  if (tracked.kind !== 'reporter') return refuse('forbidden')
  const { request } = tracked
  const moved = await moveByReporter(
    tx,
    request,
    asked,
    { accountId: null, name: REPORTER, kind: 'reporter', photoOwner: hashToken(token) },
    now,
  )
  if (!moved.ok) return moved as Result<never, Refusal>
  await recordDeed(
    { tx, doer: { streetId: request.streetId, accountId: null, name: REPORTER }, at: now, requestId },
    {
      action: `request.${asked.move}`,
      subject: { kind: 'request', id: request.id },
      changes: { state: { from: request.state, to: moved.value.state } },
    },
  )
  const { state, version } = moved.value
  return ok({ state, version })
}

/** Gives somebody who has the same trouble a code that follows the request, in place of a second one. */
export async function followRequest(tx: Tx, streetId: string, requestId: string, now: Date): Promise<string> {
  const token = randomCode(20)
  await tx.requestTrack.create({
    data: { tokenHash: hashToken(token), streetId, requestId, kind: 'follower', createdAt: now },
    select: { tokenHash: true },
  })
  return token
}
