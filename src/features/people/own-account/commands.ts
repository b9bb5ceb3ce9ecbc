import { randomCode } from '@/core/identifier'
import { qrPath } from '@/core/qr'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { db } from '@/server/db'
import { checkPassword, hashPassword, passwordMatches } from '@/server/passwords'
import type { Principal } from '@/server/principal'
import { seal, unseal } from '@/server/secrets'
import { hashToken } from '@/server/session'
import { spendCode } from '../sign-in/commands'
import { newTotpSecret, totpAddress, totpStepOf } from '../sign-in/rules'
import { sessionName } from './rules'
import type { Preferences } from './schema'

const accountOf = ({ streetId, accountId }: Principal) => ({ streetId_id: { streetId, id: accountId } })
const subjectOf = ({ accountId }: Principal) => ({ kind: 'account', id: accountId })

/** The current password checked, and the new one hashed: both slow, both before the transaction. */
export async function weighPasswords(
  principal: Principal,
  current: string,
  password: string,
): Promise<Result<string, 'password-wrong' | 'password-short' | 'password-common'>> {
  const account = await db().account.findUniqueOrThrow({
    where: accountOf(principal),
    select: { username: true, passwordHash: true },
  })
  if (!(await passwordMatches(account.passwordHash, current)))
    return refuse('password-wrong', { current: 'password-wrong' })
  const checked = checkPassword(password, account.username)
  return checked.ok ? ok(await hashPassword(password)) : checked
}

/** Keeps the new password and signs the account out everywhere else. */
export async function changePassword(act: Act, passwordHash: string): Promise<Result<null, never>> {
  await act.tx.account.update({
    where: accountOf(act.principal),
    data: { passwordHash },
    select: { id: true },
  })
  await revokeOthers(act)
  await recordAudit(act, { action: 'account.password', subject: subjectOf(act.principal) })
  return ok(null)
}

const revokeOthers = ({ tx, principal, now }: Act) =>
  tx.session.updateMany({
    where: {
      streetId: principal.streetId,
      accountId: principal.accountId,
      revokedAt: null,
      tokenHash: { not: principal.sessionHash },
    },
    data: { revokedAt: now },
  })

export async function endOtherSessions(act: Act): Promise<Result<{ ended: number }, never>> {
  const { count } = await revokeOthers(act)
  await recordAudit(act, { action: 'session.end-others', subject: subjectOf(act.principal) })
  return ok({ ended: count })
}

/** Ends every session of the caller's, this one as well. */
export async function endAllSessions(act: Act): Promise<Result<{ ended: number }, never>> {
  const { tx, principal, now } = act
  const { streetId, accountId } = principal
  const { count } = await tx.session.updateMany({
    where: { streetId, accountId, revokedAt: null },
    data: { revokedAt: now },
  })
  await recordAudit(act, { action: 'session.end-all', subject: subjectOf(principal) })
  return ok({ ended: count })
}

/** Ends the session that the caller is using. */
export async function endThisSession(act: Act): Promise<Result<null, never>> {
  const { tx, principal, now } = act
  await tx.session.updateMany({
    where: { tokenHash: principal.sessionHash, revokedAt: null },
    data: { revokedAt: now },
  })
  await recordAudit(act, { action: 'session.end', subject: subjectOf(principal) })
  return ok(null)
}

export async function endOwnSession(act: Act, name: string): Promise<Result<null, 'not-found'>> {
  const { tx, principal, now } = act
  const own = { streetId: principal.streetId, accountId: principal.accountId, revokedAt: null }
  const sessions = await tx.session.findMany({ where: own, select: { tokenHash: true } })
  const session = sessions.find(({ tokenHash }) => sessionName(tokenHash) === name)
  if (!session) return refuse('not-found')
  await tx.session.update({ where: session, data: { revokedAt: now }, select: { tokenHash: true } })
  await recordAudit(act, { action: 'session.end', subject: subjectOf(principal) })
  return ok(null)
}

/** What an authenticator app is given: by its camera, or typed in. */
export type NewFactor = { secret: string; qr: { path: string; size: number } }

/** A new secret for an authenticator app; it counts only once a code from the app has confirmed it. */
export async function startSecondFactor(act: Act): Promise<Result<NewFactor, 'already-exists'>> {
  const { tx, principal } = act
  const account = await tx.account.findUniqueOrThrow({
    where: accountOf(principal),
    select: { username: true, totpSince: true },
  })
  if (account.totpSince) return refuse('already-exists')
  const secret = newTotpSecret()
  await tx.account.update({
    where: accountOf(principal),
    data: { totpSecret: seal('totp', secret), totpLastStep: null },
    select: { id: true },
  })
  await recordAudit(act, { action: 'account.second-factor-start', subject: subjectOf(principal) })
  return ok({ secret, qr: qrPath(totpAddress(secret, account.username)) })
}

const RECOVERY_CODES = 10

/** Switches the second factor on; the recovery codes are shown this once. */
export async function confirmSecondFactor(
  act: Act,
  code: string,
): Promise<Result<{ recoveryCodes: string[] }, 'code-wrong'>> {
  const { tx, principal, now } = act
  const account = await tx.account.findUniqueOrThrow({
    where: accountOf(principal),
    select: { totpSecret: true, totpSince: true },
  })
  const step =
    account.totpSecret && !account.totpSince
      ? totpStepOf(unseal('totp', account.totpSecret), code, now)
      : null
  if (step === null) return refuse('code-wrong', { code: 'code-wrong' })
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => randomCode(10))
  await tx.account.update({
    where: accountOf(principal),
    data: { totpSince: now, totpLastStep: step, recoveryCodes: recoveryCodes.map(hashToken) },
    select: { id: true },
  })
  await recordAudit(act, { action: 'account.second-factor-on', subject: subjectOf(principal) })
  return ok({ recoveryCodes })
}

/** Whether password and code are both right; the code is spent by looking. */
export async function provesBoth(
  principal: Principal,
  current: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const account = await db().account.findUniqueOrThrow({
    where: accountOf(principal),
    select: { streetId: true, id: true, passwordHash: true, totpSecret: true, recoveryCodes: true },
  })
  if (!account.totpSecret || !(await passwordMatches(account.passwordHash, current))) return false
  return spendCode({ ...account, totpSecret: account.totpSecret }, code, now)
}

export async function endSecondFactor(act: Act): Promise<Result<null, never>> {
  await act.tx.account.update({
    where: accountOf(act.principal),
    data: { totpSecret: null, totpSince: null, totpLastStep: null, recoveryCodes: [] },
    select: { id: true },
  })
  await recordAudit(act, { action: 'account.second-factor-off', subject: subjectOf(act.principal) })
  return ok(null)
}

export async function keepPreferences(act: Act, preferences: Preferences): Promise<Result<null, never>> {
  await act.tx.account.update({ where: accountOf(act.principal), data: preferences, select: { id: true } })
  return ok(null)
}
