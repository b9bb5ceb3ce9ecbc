import type { Act } from '@/server/act'
import { deviceName, sessionName } from './rules'

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; isThis: boolean }

/** The browsers in which the caller is signed in, the latest first. */
export async function ownSessions({ tx, principal, now }: Act): Promise<OwnSession[]> {
  const sessions = await tx.session.findMany({
    where: {
      streetId: principal.streetId,
      accountId: principal.accountId,
      revokedAt: null,
      expiresAt: { gt: now },
    },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
  return sessions.map(({ tokenHash, device, createdAt, lastSeenAt }) => ({
    id: sessionName(tokenHash),
    device: deviceName(device),
    createdAt,
    lastSeenAt,
    isThis: tokenHash === principal.sessionHash,
  }))
}

export const ownAccount = ({ tx, principal }: Act) =>
  tx.account.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: principal.accountId } },
    select: {
      username: true,
      displayName: true,
      totpSince: true,
      recoveryCodes: true,
      locale: true,
      largeType: true,
    },
  })
