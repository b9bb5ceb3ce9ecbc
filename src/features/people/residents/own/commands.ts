import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf } from '@/server/term'
import { MESSAGES_TEXT } from './schema'

const subjectOf = ({ principal }: Act) => ({ kind: 'account', id: principal.accountId })

/** Changes the name that the resident goes by. */
export async function changeOwnName(act: Act, name: string): Promise<Result<{ name: string }, never>> {
  const { tx, principal } = act
  const { streetId, accountId: id } = principal
  const { username } = await tx.account.findUniqueOrThrow({
    where: { streetId_id: { streetId, id } },
    select: { username: true },
  })
  await tx.account.update({
    where: { streetId_id: { streetId, id } },
    data: {
      displayName: name,
      sortKey: sortKey(name),
      search: searchText(name, username),
      version: { increment: 1 },
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'account.change',
    subject: subjectOf(act),
    // The trail is never rewritten: it keeps that the name changed, not the names.
    changes: { displayName: { from: null, to: null } },
  })
  return ok({ name })
}

const inForce = ({ tx, principal }: Act) =>
  tx.consent.findFirst({
    where: {
      streetId: principal.streetId,
      accountId: principal.accountId,
      purpose: 'messages',
      withdrawnAt: null,
    },
    select: { id: true },
  })

/** Keeps that the resident wants messages about what was decided. */
export async function wantMessages(act: Act): Promise<Result<null, 'already-exists'>> {
  const { tx, principal, now } = act
  if (await inForce(act)) return refuse('already-exists')
  await tx.consent.create({
    data: {
      streetId: principal.streetId,
      id: uuidv7(now),
      accountId: principal.accountId,
      purpose: 'messages',
      textVersion: MESSAGES_TEXT,
      givenOn: dateOf(dayOf(now)),
      source: 'account',
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, { action: 'account.messages-on', subject: subjectOf(act) })
  return ok(null)
}

/** Withdraws the consent to messages. */
export async function stopMessages(act: Act): Promise<Result<null, 'not-found'>> {
  const { tx, principal, now } = act
  const consent = await inForce(act)
  if (!consent) return refuse('not-found')
  await tx.consent.update({
    where: { streetId_id: { streetId: principal.streetId, id: consent.id } },
    data: { withdrawnAt: now },
    select: { id: true },
  })
  await recordAudit(act, { action: 'account.messages-off', subject: subjectOf(act) })
  return ok(null)
}
