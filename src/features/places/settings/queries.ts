import { z } from 'zod'
import type { Act } from '@/server/act'
import { reach } from '@/server/principal'

const kept = z
  .object({ totpRequired: z.boolean().catch(false) })
  .loose()
  .catch({ totpRequired: false })

/** The settings of the caller's street, for those who may change them. */
export async function findSettings({ tx, principal }: Act) {
  if (reach(principal, 'settings.manage') !== 'street') return null
  const street = await tx.street.findUniqueOrThrow({
    where: { id: principal.streetId },
    select: { code: true, name: true, hostName: true, settings: true, version: true },
  })
  const { settings, ...rest } = street
  const all = kept.parse(settings)
  return {
    ...rest,
    secondFactor: all.totpRequired ? ('required' as const) : ('optional' as const),
    others: all,
  }
}

/** Whether the caller's own account has its second factor. */
export async function hasSecondFactor({ tx, principal }: Act): Promise<boolean> {
  const { totpSince } = await tx.account.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: principal.accountId } },
    select: { totpSince: true },
  })
  return totpSince !== null
}
