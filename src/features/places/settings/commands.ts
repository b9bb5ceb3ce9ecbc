import { ok, type Result, refuse } from '@/core/result'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { findSettings } from './queries'
import type { SettingsChanges } from './schema'

/** Changes the street's name, host name, its hours of rest, and whether administrators and dispatchers need a second factor; it holds from the next request. */
export async function changeSettings(
  act: Act,
  { name, hostName, secondFactor, version, ...notices }: SettingsChanges,
): Promise<Result<{ version: number }, 'not-found' | 'stale-version' | 'already-exists'>> {
  const { tx, principal } = act
  const before = await findSettings(act)
  if (!before) return refuse('not-found')
  if (before.version !== version) return refuse('stale-version')
  const other = hostName && (await tx.street.findUnique({ where: { hostName }, select: { id: true } }))
  if (other && other.id !== principal.streetId)
    return refuse('already-exists', { hostName: 'already-exists' })
  const settings = {
    ...before.others,
    ...Object.fromEntries(Object.entries(notices).filter(([, value]) => value !== undefined)),
    totpRequired: secondFactor === 'required',
  } as Prisma.InputJsonObject
  const written = await tx.street.updateMany({
    where: { id: principal.streetId, version },
    data: { name, hostName, settings, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'street.settings',
    subject: { kind: 'street', id: principal.streetId },
    changes: changesBetween(before, { name, hostName, secondFactor, ...notices }),
  })
  return ok({ version: version + 1 })
}
