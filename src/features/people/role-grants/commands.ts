import { uuidv7 } from '@/core/identifier'
import { addDays } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf, dayFrom, todayOf } from '@/server/term'
import { findAccount, usableAdmins } from '../accounts/queries'
import { findScope } from './queries'
import { type NewGrant, namesAPlace, type ScopeKind } from './schema'

/** One change of who administers a street at a time, so that two administrators cannot remove each other at once. */
export async function inTurn({ tx, principal }: Act): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM street WHERE id = ${principal.streetId}::uuid FOR NO KEY UPDATE`
}

/** A grant that has been looked through and can be written as it stands. */
type CheckedGrant = {
  role: NewGrant['role']
  scopeKind: ScopeKind
  scopeId: string | null
  place: string | null
  startsOn: Date
  endsOn: Date | null
}

/** Whether the role can be given for that place and term. */
export async function checkGrant(
  act: Act,
  { role, scopeKind, ...grant }: NewGrant,
): Promise<Result<CheckedGrant, 'unknown-reference' | 'ends-before-start'>> {
  const scopeId = namesAPlace(scopeKind) ? (grant.scopeId ?? null) : null
  const place = namesAPlace(scopeKind) && scopeId ? await findScope(act, scopeKind, scopeId) : null
  if (scopeId && !place) return refuse('unknown-reference', { scopeId: 'unknown-reference' })
  const startsOn = grant.startsOn ? dateOf(grant.startsOn) : todayOf(act.now)
  const endsOn = grant.endsOn ? dateOf(grant.endsOn) : null
  if (endsOn && endsOn < startsOn) return refuse('ends-before-start', { endsOn: 'ends-before-start' })
  return ok({ role, scopeKind, scopeId, place, startsOn, endsOn })
}

export async function writeGrant(
  act: Act,
  accountId: string,
  { place, ...grant }: CheckedGrant,
): Promise<string> {
  const { tx, principal, now } = act
  const id = uuidv7(now)
  await tx.roleGrant.create({
    data: { ...grant, streetId: principal.streetId, id, accountId, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'account.role-give',
    subject: { kind: 'account', id: accountId },
    changes: {
      role: { to: grant.role },
      scope: { to: place ?? grant.scopeKind },
      startsOn: { to: dayFrom(grant.startsOn) },
      ...(grant.endsOn ? { endsOn: { to: dayFrom(grant.endsOn) } } : {}),
    },
  })
  return id
}

/** Gives an account a role within a scope and a term; nobody gives one to themselves. */
export async function giveRole(
  act: Act,
  accountId: string,
  grant: NewGrant,
): Promise<
  Result<
    { id: string },
    'not-found' | 'own-account' | 'unknown-reference' | 'ends-before-start' | 'overlapping-term'
  >
> {
  const account = await findAccount(act, accountId)
  if (!account) return refuse('not-found')
  if (accountId === act.principal.accountId) return refuse('own-account')
  await inTurn(act)
  const checked = await checkGrant(act, grant)
  if (!checked.ok) return checked
  if (await isHeld(act, accountId, checked.value))
    return refuse('overlapping-term', { role: 'overlapping-term' })
  return ok({ id: await writeGrant(act, accountId, checked.value) })
}

/** Whether the account holds the same role for the same place on one of the term's days. */
async function isHeld(
  { tx, principal }: Act,
  accountId: string,
  { role, scopeKind, scopeId, startsOn, endsOn }: CheckedGrant,
): Promise<boolean> {
  const same = await tx.roleGrant.findFirst({
    where: {
      AND: [
        { streetId: principal.streetId, accountId, role, scopeKind, scopeId },
        { OR: [{ endsOn: null }, { endsOn: { gte: startsOn } }] },
        endsOn ? { startsOn: { lte: endsOn } } : {},
      ],
    },
    select: { id: true },
  })
  return same !== null
}

/** Ends a role now: its last day is yesterday, and one that had not begun before today leaves no term behind. */
export async function endRole(
  act: Act,
  accountId: string,
  grantId: string,
): Promise<Result<null, 'not-found' | 'own-account' | 'last-admin'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const account = await findAccount(act, accountId)
  if (!account) return refuse('not-found')
  if (accountId === principal.accountId) return refuse('own-account')
  await inTurn(act)
  const today = todayOf(now)
  const grant = await tx.roleGrant.findFirst({
    where: { streetId, accountId, id: grantId, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { id: true, role: true, startsOn: true, endsOn: true, scopeKind: true },
  })
  if (!grant) return refuse('not-found')
  if (grant.role === 'street_admin' && (await usableAdmins(act, { exceptGrant: grantId })) === 0)
    return refuse('last-admin')
  const key = { streetId_id: { streetId, id: grantId } }
  const yesterday = dateOf(addDays(dayFrom(today), -1))
  if (grant.startsOn >= today) await tx.roleGrant.delete({ where: key, select: { id: true } })
  else await tx.roleGrant.update({ where: key, data: { endsOn: yesterday }, select: { id: true } })
  await recordAudit(act, {
    action: 'account.role-end',
    subject: { kind: 'account', id: accountId },
    changes: { role: { from: grant.role } },
  })
  return ok(null)
}
