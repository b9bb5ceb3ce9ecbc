import { db } from '@/server/db'
import { hashToken } from '@/server/session'

/** Whose password a one-time link may set, while it is good; looking does not use it up. */
export async function findInvitation(token: string, now: Date) {
  const code = await db().oneTimeCode.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      purpose: true,
      usedAt: true,
      expiresAt: true,
      account: {
        select: {
          username: true,
          displayName: true,
          suspendedAt: true,
          street: { select: { name: true } },
        },
      },
    },
  })
  if (!code || code.usedAt || code.expiresAt <= now || code.account.suspendedAt) return null
  const { username, displayName, street } = code.account
  return { purpose: code.purpose, expiresAt: code.expiresAt, username, displayName, streetName: street.name }
}
