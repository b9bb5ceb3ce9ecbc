import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf, todayOf } from '@/server/term'
import { personsWhollyWithin } from '../policy'
import { mayKeepProviderConsents } from './policy'
import type { ConsentOwner } from './queries'
import type { ConsentGiven } from './schema'

type Owner = { kind: 'person' | 'provider'; id: string; key: ConsentOwner; phone: string | null }

async function findPerson({ tx, principal, now }: Act, id: string): Promise<Owner | null> {
  const person = await tx.person.findFirst({
    where: { AND: [{ id }, personsWhollyWithin(principal, 'consents.write', todayOf(now))] },
    select: { phone: true },
  })
  return person && { kind: 'person', id, key: { personId: id }, phone: person.phone }
}

async function findProvider({ tx, principal }: Act, id: string): Promise<Owner | null> {
  if (!mayKeepProviderConsents(principal)) return null
  const provider = await tx.provider.findFirst({
    where: { streetId: principal.streetId, id },
    select: { phone: true },
  })
  return provider && { kind: 'provider', id, key: { providerId: id }, phone: provider.phone }
}

/** Keeps that the number may be shown; the table itself lets one consent be in force. */
async function keepConsent(
  act: Act,
  owner: Owner | null,
  { givenOn, source, textVersion }: ConsentGiven,
): Promise<Result<{ id: string }, 'not-found' | 'no-phone' | 'in-the-future' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  if (!owner) return refuse('not-found')
  if (!owner.phone) return refuse('no-phone')
  if (givenOn > dayOf(now)) return refuse('in-the-future', { givenOn: 'in-the-future' })
  const inForce = await tx.consent.findFirst({
    where: { streetId, purpose: 'sheet', withdrawnAt: null, ...owner.key },
    select: { id: true },
  })
  if (inForce) return refuse('already-exists')
  const id = uuidv7(now)
  await tx.consent.create({
    data: {
      streetId,
      id,
      purpose: 'sheet',
      givenOn: dateOf(givenOn),
      source,
      textVersion,
      createdAt: now,
      ...owner.key,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: `${owner.kind}.consent`,
    subject: { kind: owner.kind, id: owner.id },
    changes: { givenOn: { from: null, to: givenOn }, textVersion: { from: null, to: textVersion } },
  })
  return ok({ id })
}

/** Ends the consent in force; the number is off the sheets at their next load. */
async function withdrawConsent(
  act: Act,
  owner: Owner | null,
  reason: string,
): Promise<Result<null, 'not-found'>> {
  if (!owner) return refuse('not-found')
  const { count } = await act.tx.consent.updateMany({
    where: { streetId: act.principal.streetId, purpose: 'sheet', withdrawnAt: null, ...owner.key },
    data: { withdrawnAt: act.now },
  })
  if (count === 0) return refuse('not-found')
  await recordAudit(act, {
    action: `${owner.kind}.withdraw`,
    subject: { kind: owner.kind, id: owner.id },
    reason,
  })
  return ok(null)
}

export const keepPersonConsent = async (act: Act, id: string, given: ConsentGiven) =>
  keepConsent(act, await findPerson(act, id), given)

export const keepProviderConsent = async (act: Act, id: string, given: ConsentGiven) =>
  keepConsent(act, await findProvider(act, id), given)

export const withdrawPersonConsent = async (act: Act, id: string, reason: string) =>
  withdrawConsent(act, await findPerson(act, id), reason)

export const withdrawProviderConsent = async (act: Act, id: string, reason: string) =>
  withdrawConsent(act, await findProvider(act, id), reason)
