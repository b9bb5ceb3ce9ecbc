import { randomCode, uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { maskPhone } from '@/core/phone'
import { recordDeed } from '@/server/audit'
import { db, type Tx } from '@/server/db'
import type { OpenAct } from '@/server/open-endpoint'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf } from '@/server/term'
import { type Ending, isSilent } from './rules'

export type OpenedAccount = { streetId: string; id: string; displayName: string; suspendedAt: Date | null }

const OPENED = { streetId: true, id: true, displayName: true, suspendedAt: true } as const

/** The account that a number opens today; a number that nobody holds, or whose holder was silent for long, opens an empty one. */
export async function enterResident(
  { tx, now, requestId }: OpenAct,
  streetId: string,
  phone: string,
): Promise<OpenedAccount> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`${streetId} ${phone}`}, 0))`
  const held = await tx.resident.findFirst({
    where: { streetId, phone, endedAt: null },
    select: { seenAt: true, account: { select: OPENED } },
  })
  if (held && !isSilent(held.seenAt, now)) {
    if (!held.account.suspendedAt)
      await tx.resident.update({
        where: { streetId_accountId: { streetId, accountId: held.account.id } },
        data: { seenAt: now },
        select: { accountId: true },
      })
    return held.account
  }
  if (held) {
    await endResident(tx, { streetId, accountId: held.account.id }, 'silent', now)
    await recordDeed(
      { tx, doer: { streetId, accountId: null, name: held.account.displayName }, at: now, requestId },
      { action: 'account.number-silent', subject: { kind: 'account', id: held.account.id } },
    )
  }
  return openResident(tx, streetId, phone, now)
}

async function openResident(tx: Tx, streetId: string, phone: string, now: Date): Promise<OpenedAccount> {
  const id = uuidv7(now)
  const displayName = maskPhone(phone)
  const username = `r-${randomCode(12).toLowerCase()}`
  const account = await tx.account.create({
    data: {
      streetId,
      id,
      username,
      displayName,
      sortKey: sortKey(displayName),
      search: searchText(displayName, username),
      createdAt: now,
    },
    select: OPENED,
  })
  await tx.roleGrant.create({
    data: {
      streetId,
      id: uuidv7(now),
      accountId: id,
      role: 'resident',
      scopeKind: 'own',
      startsOn: dateOf(dayOf(now)),
    },
    select: { id: true },
  })
  await tx.resident.create({
    data: { streetId, accountId: id, phone, registeredAt: now, seenAt: now },
    select: { accountId: true },
  })
  return account
}

/** Ends a resident's hold on the number for good: out of every household, signed out everywhere; nothing passes to who holds the number next. */
export async function endResident(
  tx: Tx,
  { streetId, accountId }: { streetId: string; accountId: string },
  why: Ending,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.resident.updateMany({
    where: { streetId, accountId, endedAt: null },
    data: { endedAt: now, endedWhy: why, version: { increment: 1 } },
  })
  if (count === 0) return false
  await tx.householdMember.updateMany({
    where: { streetId, accountId, state: { in: ['claimed', 'confirmed'] } },
    data: { state: 'ended', endedAt: now, reason: why, version: { increment: 1 } },
  })
  await tx.consent.updateMany({
    where: { streetId, accountId, withdrawnAt: null },
    data: { withdrawnAt: now },
  })
  await tx.account.update({
    where: { streetId_id: { streetId, id: accountId } },
    data: { suspendedAt: now, version: { increment: 1 } },
    select: { id: true },
  })
  await tx.session.updateMany({ where: { streetId, accountId, revokedAt: null }, data: { revokedAt: now } })
  return true
}

/** Opens the account that a number holds, in a transaction of its own. */
export const openByNumber = (
  streetId: string,
  phone: string,
  act: Omit<OpenAct, 'tx'>,
): Promise<OpenedAccount> => db().$transaction((tx) => enterResident({ tx, ...act }, streetId, phone))

/** Takes a resident's name, number and devices out of all that is kept; what was done stays, without saying by whom. */
export async function eraseResident(
  tx: Tx,
  { streetId, accountId }: { streetId: string; accountId: string },
  now: Date,
): Promise<void> {
  const key = { streetId_accountId: { streetId, accountId } }
  const resident = await tx.resident.findUnique({ where: key, select: { phone: true } })
  await endResident(tx, { streetId, accountId }, 'erased', now)
  if (resident?.phone) {
    const { phone } = resident
    await tx.phoneCode.deleteMany({ where: { streetId, phone } })
    await tx.outboxMessage.updateMany({
      where: { streetId, address: phone, state: { in: ['queued', 'failed'] } },
      data: { state: 'dead', lastFault: 'erased' },
    })
    await tx.outboxMessage.updateMany({
      where: { streetId, address: phone },
      data: { address: '', words: '' },
    })
  }
  if (resident) await tx.resident.update({ where: key, data: { phone: null }, select: { accountId: true } })
  await tx.householdMember.updateMany({
    where: { streetId, accountId },
    data: { name: ERASED, search: '' },
  })
  await tx.session.updateMany({
    where: { streetId, accountId },
    data: { device: '', revokedAt: now },
  })
  await tx.account.update({
    where: { streetId_id: { streetId, id: accountId } },
    data: { displayName: ERASED, sortKey: '', search: '', phoneSeal: null, suspendedAt: now },
    select: { id: true },
  })
}

const ERASED = '—'
