import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Role } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { checkGrant, inTurn, writeGrant } from '../role-grants/commands'
import { findAccount, usableAdmins } from './queries'
import type { AccountChanges, NewAccount } from './schema'

type OpenedAccount = {
  username: string
  displayName: string
  passwordHash: string | null
  demo: boolean
  role: Role | null
  scope: { kind: 'street' | 'community'; id: string | null }
  personId: string | null
}

/** Opens an account with a role from today on, or with none where an appointment gives it; one that exists stays as it is. */
export async function openAccount(
  tx: Tx,
  streetId: string,
  account: OpenedAccount,
  now: Date,
): Promise<void> {
  const { username, displayName, passwordHash, demo } = account
  if (await tx.account.findUnique({ where: { username }, select: { id: true } })) return
  const id = uuidv7(now)
  await tx.account.create({
    data: {
      streetId,
      id,
      username,
      displayName,
      passwordHash,
      demo,
      ...found(displayName, username),
    },
    select: { id: true },
  })
  if (account.personId) {
    await tx.person.update({
      where: { streetId_id: { streetId, id: account.personId } },
      data: { accountId: id },
      select: { id: true },
    })
  }
  if (!account.role) return
  await tx.roleGrant.create({
    data: {
      streetId,
      id: uuidv7(now),
      accountId: id,
      role: account.role,
      scopeKind: account.scope.kind,
      scopeId: account.scope.id,
      startsOn: new Date(`${dayOf(now)}T00:00:00Z`),
    },
    select: { id: true },
  })
}

const found = (displayName: string, username: string) => ({
  sortKey: sortKey(displayName),
  search: searchText(displayName, username),
})
const subjectOf = (id: string) => ({ kind: 'account', id })

/** User names are one list over all streets, since a sign-in names no street. */
async function isTaken({ tx }: Act, username: string, exceptId?: string): Promise<boolean> {
  const same = await tx.account.findUnique({ where: { username }, select: { id: true } })
  return same !== null && same.id !== exceptId
}

/** The name of a person whose appointments may give the account its roles; null when nobody was meant. */
async function checkPerson(
  { tx, principal }: Act,
  personId: string | null,
  accountId?: string,
): Promise<Result<string | null, 'unknown-reference' | 'already-exists'>> {
  if (personId === null) return ok(null)
  const person = await tx.person.findFirst({
    where: { streetId: principal.streetId, id: personId },
    select: { name: true, accountId: true },
  })
  if (!person) return refuse('unknown-reference', { personId: 'unknown-reference' })
  if (person.accountId !== null && person.accountId !== accountId)
    return refuse('already-exists', { personId: 'already-exists' })
  return ok(person.name)
}

/** Ties the account to this person and to no other. */
async function tieTo({ tx, principal }: Act, accountId: string, personId: string | null): Promise<void> {
  const { streetId } = principal
  await tx.person.updateMany({
    where: { streetId, accountId, ...(personId ? { id: { not: personId } } : {}) },
    data: { accountId: null },
  })
  if (personId)
    await tx.person.update({
      where: { streetId_id: { streetId, id: personId } },
      data: { accountId },
      select: { id: true },
    })
}

/** Adds an account that has no password yet: its holder sets one by a one-time link. */
export async function addAccount(
  act: Act,
  { username, displayName, personId, role, scopeKind, ...term }: NewAccount,
): Promise<Result<{ id: string }, 'already-exists' | 'unknown-reference' | 'ends-before-start'>> {
  const { tx, principal, now } = act
  if (await isTaken(act, username)) return refuse('already-exists', { username: 'already-exists' })
  const person = await checkPerson(act, personId)
  if (!person.ok) return person
  const grant = role && scopeKind ? await checkGrant(act, { role, scopeKind, ...term }) : null
  if (grant && !grant.ok) return grant
  const id = uuidv7(now)
  await tx.account.create({
    data: {
      streetId: principal.streetId,
      id,
      username,
      displayName,
      createdAt: now,
      ...found(displayName, username),
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'account.add',
    subject: subjectOf(id),
    changes: changesBetween({}, { username, displayName, person: person.value }),
  })
  if (personId) await tieTo(act, id, personId)
  if (grant) await writeGrant(act, id, grant.value)
  return ok({ id })
}

/** Changes names and the person behind an account; whose appointments one holds is nothing to decide for oneself. */
export async function changeAccount(
  act: Act,
  id: string,
  { version, username, displayName, personId }: AccountChanges,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'stale-version' | 'already-exists' | 'unknown-reference' | 'own-account'
  >
> {
  const before = await findAccount(act, id)
  if (!before) return refuse('not-found')
  if (before.version !== version) return refuse('stale-version')
  const isOther = (before.person?.id ?? null) !== personId
  if (isOther && id === act.principal.accountId) return refuse('own-account', { personId: 'own-account' })
  if (await isTaken(act, username, id)) return refuse('already-exists', { username: 'already-exists' })
  const person = await checkPerson(act, personId, id)
  if (!person.ok) return person
  const written = await act.tx.account.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { username, displayName, ...found(displayName, username), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  if (isOther) await tieTo(act, id, personId)
  await recordAudit(act, {
    action: 'account.change',
    subject: subjectOf(id),
    changes: changesBetween(
      { ...before, person: before.person?.name },
      { username, displayName, person: person.value },
    ),
  })
  return ok({ id, version: version + 1 })
}

/** Suspends an account: from the very next request none of its sessions counts, and a link that is out is void. */
export async function suspendAccount(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version' | 'own-account' | 'last-admin'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  if (!(await findAccount(act, id))) return refuse('not-found')
  if (id === principal.accountId) return refuse('own-account')
  await inTurn(act)
  const before = await findAccount(act, id)
  if (!before || before.version !== version || before.suspendedAt) return refuse('stale-version')
  if ((await usableAdmins(act, { exceptAccount: id })) === 0) return refuse('last-admin')
  await tx.account.update({
    where: { streetId_id: { streetId, id } },
    data: { suspendedAt: now, version: { increment: 1 } },
    select: { id: true },
  })
  await endSessionsOf(act, id)
  await tx.oneTimeCode.updateMany({
    where: { streetId, accountId: id, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  await recordAudit(act, { action: 'account.suspend', subject: subjectOf(id) })
  return ok(null)
}

export async function resumeAccount(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const before = await findAccount(act, id)
  if (!before) return refuse('not-found')
  const written = await act.tx.account.updateMany({
    where: { streetId: act.principal.streetId, id, version, suspendedAt: { not: null } },
    data: { suspendedAt: null, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'account.resume', subject: subjectOf(id) })
  return ok(null)
}

async function endSessionsOf({ tx, principal, now }: Act, accountId: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { streetId: principal.streetId, accountId, revokedAt: null },
    data: { revokedAt: now },
  })
  return count
}

/** Signs an account out in every browser. */
export async function signOutEverywhere(
  act: Act,
  id: string,
): Promise<Result<{ ended: number }, 'not-found'>> {
  if (!(await findAccount(act, id))) return refuse('not-found')
  const ended = await endSessionsOf(act, id)
  await recordAudit(act, {
    action: 'account.sign-out',
    subject: subjectOf(id),
    changes: { sessions: { to: ended } },
  })
  return ok({ ended })
}

/** Takes the second factor off an account whose holder has lost phone and recovery codes; one's own is switched off with its code. */
export async function resetSecondFactor(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<null, 'not-found' | 'own-account'>> {
  const account = await findAccount(act, id)
  if (!account) return refuse('not-found')
  if (id === act.principal.accountId) return refuse('own-account')
  await act.tx.account.update({
    where: { streetId_id: { streetId: act.principal.streetId, id } },
    data: { totpSecret: null, totpSince: null, totpLastStep: null, recoveryCodes: [] },
    select: { id: true },
  })
  await endSessionsOf(act, id)
  await recordAudit(act, { action: 'account.second-factor-reset', subject: subjectOf(id), reason })
  return ok(null)
}
