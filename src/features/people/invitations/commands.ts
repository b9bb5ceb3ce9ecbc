import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import type { OpenAct } from '@/server/open-endpoint'
import { checkPassword, hashPassword } from '@/server/passwords'
import { bareAccount } from '@/server/principal'
import { hashToken, newToken } from '@/server/session'
import { findAccount } from '../accounts/queries'
import { findInvitation } from './queries'

const HOURS = 72

export type OneTimeLink = { path: string; expiresAt: Date }

/** Makes the one link that is good for an account; those before it are void. Only its hash is kept. */
export async function makeLink(
  tx: Tx,
  account: { streetId: string; id: string },
  purpose: 'invitation' | 'password',
  now: Date,
): Promise<OneTimeLink> {
  const { streetId, id: accountId } = account
  await tx.oneTimeCode.updateMany({
    where: { streetId, accountId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  const token = newToken()
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000)
  await tx.oneTimeCode.create({
    data: { tokenHash: hashToken(token), streetId, accountId, purpose, createdAt: now, expiresAt },
    select: { tokenHash: true },
  })
  return { path: `/invitation/${token}`, expiresAt }
}

/** A link for an account's holder to set a first or a new password, to be handed over by the administrator. */
export async function issueLink(
  act: Act,
  accountId: string,
): Promise<Result<OneTimeLink, 'not-found' | 'own-account' | 'has-ended'>> {
  const account = await findAccount(act, accountId)
  if (!account) return refuse('not-found')
  if (accountId === act.principal.accountId) return refuse('own-account')
  if (account.suspendedAt) return refuse('has-ended')
  const purpose = account.passwordHash === null ? 'invitation' : 'password'
  const link = await makeLink(act.tx, { streetId: act.principal.streetId, id: accountId }, purpose, act.now)
  await recordAudit(act, {
    action: `account.${purpose}-link`,
    subject: { kind: 'account', id: accountId },
  })
  return ok(link)
}

/** Makes the link void that is out. */
export async function revokeLink(act: Act, accountId: string): Promise<Result<null, 'not-found'>> {
  const { tx, principal, now } = act
  if (!(await findAccount(act, accountId))) return refuse('not-found')
  const { count } = await tx.oneTimeCode.updateMany({
    where: { streetId: principal.streetId, accountId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  if (count === 0) return refuse('not-found')
  await recordAudit(act, { action: 'account.link-revoke', subject: { kind: 'account', id: accountId } })
  return ok(null)
}

/** The new password checked and hashed, for a link that is still good; slow, and so before the transaction. */
export async function weighFirstPassword(
  token: string,
  password: string,
): Promise<Result<string, 'link-expired' | 'password-short' | 'password-common'>> {
  const invitation = await findInvitation(token, new Date())
  if (!invitation) return refuse('link-expired')
  const checked = checkPassword(password, invitation.username)
  return checked.ok ? ok(await hashPassword(password)) : checked
}

/** Sets the password by a link, once: of parallel tries the row lets one through. Browsers signed in before are signed out. */
export async function acceptLink(
  { tx, now, requestId }: OpenAct,
  token: string,
  passwordHash: string,
): Promise<Result<{ username: string }, 'link-expired'>> {
  const tokenHash = hashToken(token)
  const spent = await tx.oneTimeCode.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now }, account: { suspendedAt: null } },
    data: { usedAt: now },
  })
  if (spent.count !== 1) return refuse('link-expired')
  const { streetId, accountId } = await tx.oneTimeCode.findUniqueOrThrow({
    where: { tokenHash },
    select: { streetId: true, accountId: true },
  })
  const account = await tx.account.update({
    where: { streetId_id: { streetId, id: accountId } },
    data: { passwordHash, version: { increment: 1 } },
    select: { streetId: true, id: true, username: true, displayName: true },
  })
  await tx.session.updateMany({ where: { streetId, accountId, revokedAt: null }, data: { revokedAt: now } })
  await recordAudit(
    { tx, principal: bareAccount(account), now, requestId },
    { action: 'account.link-use', subject: { kind: 'account', id: accountId } },
  )
  return ok({ username: account.username })
}
