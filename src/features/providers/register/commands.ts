import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { parseHours } from '../hours/written/rules'
import { findProvider } from './queries'
import type { NewProvider, ProviderChanges } from './schema'

/** Hours as they are kept: as written, and as understood where they were. */
function hoursOf(written: string | null) {
  const understood = written ? parseHours(written) : null
  return { hoursText: written, hours: understood ? (structuredClone(understood) as object) : Prisma.DbNull }
}

const found = (name: string, category: string, phone: string | null) => ({
  sortKey: sortKey(name),
  search: searchText(name, category, phone?.slice(-4)),
})

async function isTaken(
  { tx, principal }: Act,
  category: string,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const same = await tx.provider.findFirst({
    where: { streetId: principal.streetId, category, name, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  })
  return same !== null
}

export async function addProvider(
  act: Act,
  provider: NewProvider,
): Promise<Result<{ id: string }, 'already-exists'>> {
  const { tx, principal, now } = act
  if (await isTaken(act, provider.category, provider.name))
    return refuse('already-exists', { name: 'already-exists' })
  const id = uuidv7(now)
  await tx.provider.create({
    data: {
      ...provider,
      ...hoursOf(provider.hoursText),
      ...found(provider.name, provider.category, provider.phone),
      streetId: principal.streetId,
      id,
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'provider.add',
    subject: { kind: 'provider', id },
    changes: changesBetween({}, provider),
  })
  return ok({ id })
}

/** Changes a provider; a new number is another number, for which no consent has been given. */
export async function changeProvider(
  act: Act,
  id: string,
  { version, phone, removePhone, ...changes }: ProviderChanges,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version' | 'already-exists'>
> {
  const { tx, principal, now } = act
  const before = await findProvider(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (await isTaken(act, changes.category, changes.name, id))
    return refuse('already-exists', { name: 'already-exists' })
  const kept = await tx.provider.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id } },
    select: { phone: true },
  })
  const number = removePhone ? null : (phone ?? kept.phone)
  const written = await tx.provider.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: {
      ...changes,
      ...hoursOf(changes.hoursText),
      ...found(changes.name, changes.category, number),
      phone: number,
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  const isOther = number !== kept.phone
  if (isOther) {
    await tx.consent.updateMany({
      where: { streetId: principal.streetId, providerId: id, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
  }
  await recordAudit(act, {
    action: 'provider.change',
    subject: { kind: 'provider', id },
    changes: { ...changesBetween(before, changes), ...(isOther ? { phone: { from: null, to: null } } : {}) },
  })
  return ok({ id, version: version + 1 })
}

async function setEnded(
  act: Act,
  id: string,
  version: number,
  endedAt: Date | null,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await findProvider(act, id)
  if (!before || (before.endedAt === null) === (endedAt === null)) return refuse('not-found')
  const written = await tx.provider.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: endedAt ? 'provider.end' : 'provider.resume',
    subject: { kind: 'provider', id },
  })
  return ok(null)
}

export const endProvider = (act: Act, id: string, version: number) => setEnded(act, id, version, act.now)
export const resumeProvider = (act: Act, id: string, version: number) => setEnded(act, id, version, null)

/** The whole number, for a reason that is kept. */
export async function revealProviderPhone(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<{ value: string }, 'not-found'>> {
  const provider = await act.tx.provider.findFirst({
    where: { streetId: act.principal.streetId, id },
    select: { phone: true },
  })
  if (!provider?.phone) return refuse('not-found')
  await recordAudit(act, { action: 'provider.contact', subject: { kind: 'provider', id }, reason })
  return ok({ value: provider.phone })
}
