import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { findPublicStreet } from '@/features/places/public/queries'
import { recordAudit } from '@/server/audit'
import { db } from '@/server/db'
import { passwordMatches } from '@/server/passwords'
import { bareAccount } from '@/server/principal'
import { limiterFor, takePoint } from '@/server/rate-limit'
import { sign, unseal, unsign } from '@/server/secrets'
import { hashToken, newToken, SESSION_DAYS } from '@/server/session'
import { spendPhoneCode } from '../phone-codes/commands'
import { openByNumber } from '../residents/commands'
import { findByNumber } from '../residents/queries'
import { totpStepOf, usernameOf } from './rules'

export type Attempt = {
  username: string
  password: string
  code: string
  address: string
  device: string
  knownDevice: string | null
  requestId: string
  now: Date
}

export type SignedIn = { sessionToken: string; accountId: string; name: string; knownDevice: string }
export type SignInRefusal = 'wrong' | 'locked' | 'code-required' | 'code-wrong'

const LOCK_SECONDS = 15 * 60
const strangers = () => limiterFor('sign-in-stranger', 5, LOCK_SECONDS, LOCK_SECONDS)
const knownDevices = () => limiterFor('sign-in-device', 5, LOCK_SECONDS, LOCK_SECONDS)
const addresses = () => limiterFor('sign-in-address', 300, 600)

/** Opens a session for the right user name and password. A point is taken before the password is looked at, so that 50 tries at once are 50 tries. */
export async function signIn(attempt: Attempt): Promise<Result<SignedIn, SignInRefusal>> {
  const { now } = attempt
  const username = usernameOf(attempt.username)
  if (!(await takePoint(addresses(), attempt.address))) return refuse('locked')
  const account = await db().account.findUnique({
    where: { username },
    select: {
      streetId: true,
      id: true,
      displayName: true,
      passwordHash: true,
      totpSecret: true,
      totpSince: true,
      recoveryCodes: true,
      suspendedAt: true,
    },
  })
  const device = readDevice(attempt.knownDevice)
  const isKnown = account !== null && device.accounts.includes(account.id)
  const limiter = isKnown ? knownDevices() : strangers()
  const key = isKnown ? `${account.id}:${device.id}` : username
  if (!(await takePoint(limiter, key))) {
    if (account) await auditSignIn(attempt, account, 'locked')
    return refuse('locked')
  }
  const matches = await passwordMatches(account?.passwordHash ?? null, attempt.password)
  if (!account || !matches || account.suspendedAt) {
    if (account) await auditSignIn(attempt, account, 'wrong')
    return refuse('wrong')
  }
  if (account.totpSince && account.totpSecret) {
    if (attempt.code === '') {
      await limiter.reward(key)
      return refuse('code-required')
    }
    if (!(await spendCode({ ...account, totpSecret: account.totpSecret }, attempt.code, now))) {
      await auditSignIn(attempt, account, 'code-wrong')
      return refuse('code-wrong')
    }
  }
  await limiter.delete(key)
  return ok(await openSession(attempt, account, device))
}

type Entering = Pick<Attempt, 'device' | 'requestId' | 'now'>
type Entered = { streetId: string; id: string; displayName: string }

async function openSession(attempt: Entering, account: Entered, device: Device): Promise<SignedIn> {
  const { now } = attempt
  const sessionToken = newToken()
  await db().session.create({
    data: {
      tokenHash: hashToken(sessionToken),
      streetId: account.streetId,
      accountId: account.id,
      device: attempt.device.slice(0, 200),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_DAYS * 86_400_000),
    },
    select: { tokenHash: true },
  })
  await auditSignIn(attempt, account, null)
  return {
    sessionToken,
    accountId: account.id,
    name: account.displayName,
    knownDevice: writeDevice(device.id, [
      account.id,
      ...device.accounts.filter((known) => known !== account.id),
    ]),
  }
}

export type PhoneAttempt = Omit<Attempt, 'username' | 'password' | 'code'> & {
  phone: string
  code: string
  street: string | undefined
}

/** Opens a session for the code that was sent to a number. Only a resident's account is opened so: staff have passwords and second factors. */
export async function signInByPhone(attempt: PhoneAttempt): Promise<Result<SignedIn, 'wrong' | 'locked'>> {
  const { phone, code, now, requestId } = attempt
  if (!(await takePoint(addresses(), attempt.address))) return refuse('locked')
  const street = await findPublicStreet(null, attempt.street)
  if (!street) return refuse('wrong')
  if (!(await spendPhoneCode(street.id, phone, code, now))) {
    const known = await findByNumber(street.id, phone)
    if (known) await auditSignIn(attempt, known, 'wrong')
    return refuse('wrong')
  }
  const account = await openByNumber(street.id, phone, { now, requestId })
  if (account.suspendedAt) {
    await auditSignIn(attempt, account, 'wrong')
    return refuse('wrong')
  }
  return ok(await openSession(attempt, account, readDevice(attempt.knownDevice)))
}

type Coded = { streetId: string; id: string; totpSecret: string; recoveryCodes: string[] }

/** Accepts a code once: a step already used, or a recovery code spent by a parallel try, is refused by the row itself. */
export async function spendCode(account: Coded, code: string, now: Date): Promise<boolean> {
  const step = totpStepOf(unseal('totp', account.totpSecret), code, now)
  const { streetId, id } = account
  if (step !== null) {
    const spent = await db().account.updateMany({
      where: { streetId, id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
      data: { totpLastStep: step },
    })
    return spent.count === 1
  }
  const hash = hashToken(code.trim().toUpperCase())
  if (!account.recoveryCodes.includes(hash)) return false
  const spent = await db().account.updateMany({
    where: { streetId, id, recoveryCodes: { has: hash } },
    data: { recoveryCodes: account.recoveryCodes.filter((kept) => kept !== hash) },
  })
  return spent.count === 1
}

type Device = { id: string; accounts: string[] }

/** The devices' cookie names the accounts that have signed in there before; strangers can neither read it off nor make it up. */
function readDevice(cookie: string | null): Device {
  const text = cookie ? unsign('device', cookie) : null
  const [id, ...accounts] = (text ?? '').split(' ')
  return id ? { id, accounts } : { id: uuidv7(), accounts: [] }
}

const writeDevice = (id: string, accounts: string[]): string =>
  sign('device', [id, ...accounts.slice(0, 5)].join(' '))

async function auditSignIn(
  { now, requestId }: Entering,
  account: Entered,
  fault: SignInRefusal | null,
): Promise<void> {
  await recordAudit(
    { tx: db(), principal: bareAccount(account), now, requestId },
    {
      action: 'session.open',
      outcome: fault ? 'refused' : 'done',
      subject: { kind: 'account', id: account.id },
      ...(fault ? { reason: fault } : {}),
    },
  )
}

/** Ends the session that a token stands for. */
export async function signOut(sessionToken: string, now: Date): Promise<void> {
  await db().session.updateMany({
    where: { tokenHash: hashToken(sessionToken), revokedAt: null },
    data: { revokedAt: now },
  })
}
