import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { findHousehold } from '@/features/places/households/queries'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { codeFrom } from '@/server/secrets'
import { hashToken } from '@/server/session'

const DAYS = 60

export type Printed = { id: string; code: string; expiresAt: Date }

/** The code of an invitation; nothing but its hash is kept. */
const codeOf = (id: string): string => codeFrom('household-invitation', id, 12)

/** Makes a household's one invitation that is good; the one before it is void. */
export async function inviteHousehold(
  act: Act,
  householdId: string,
): Promise<Result<Printed, 'not-found' | 'has-ended'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const household = await findHousehold(act, householdId, 'residents.manage')
  if (!household) return refuse('not-found')
  const { stairwell } = household
  if (household.endedAt || stairwell.endedAt || stairwell.building.endedAt) return refuse('has-ended')
  await tx.householdInvitation.updateMany({
    where: { streetId, householdId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  const id = uuidv7(now)
  const code = codeOf(id)
  const expiresAt = new Date(now.getTime() + DAYS * 86_400_000)
  await tx.householdInvitation.create({
    data: {
      streetId,
      id,
      householdId,
      codeHash: hashToken(code),
      createdBy: principal.accountId,
      createdAt: now,
      expiresAt,
    },
    select: { id: true },
  })
  await recordAudit(act, { action: 'household.invite', subject: { kind: 'household', id: householdId } })
  return ok({ id, code, expiresAt })
}

/** Makes an invitation void that nobody has used. */
export async function revokeInvitation(act: Act, id: string): Promise<Result<null, 'not-found'>> {
  const { tx, principal, now } = act
  const open = {
    streetId: principal.streetId,
    id,
    usedAt: null,
    revokedAt: null,
    household: { stairwell: { building: buildingsWithin(principal, 'residents.manage') } },
  }
  const invitation = await tx.householdInvitation.findFirst({
    where: open,
    select: { householdId: true },
  })
  if (!invitation) return refuse('not-found')
  await tx.householdInvitation.updateMany({ where: open, data: { revokedAt: now } })
  await recordAudit(act, {
    action: 'household.invite-revoke',
    subject: { kind: 'household', id: invitation.householdId },
  })
  return ok(null)
}
