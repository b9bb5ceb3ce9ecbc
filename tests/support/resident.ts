import { encode } from 'next-auth/jwt'
import { TEST_SECRET } from './database'
import { type Caller, call } from './office'

/** A resident who has signed in with a code sent to the number; a number that is not known yet gets an empty account. */
export async function residentBy(
  streetId: string,
  phone: string,
  now = new Date(),
): Promise<Caller & { accountId: string }> {
  const { db } = await import('@/server/db')
  const { enterResident } = await import('@/features/people/residents/commands')
  const { hashToken, newToken } = await import('@/server/session')
  const account = await db().$transaction((tx) =>
    enterResident({ tx, now, requestId: 'test' }, streetId, phone),
  )
  const sessionToken = newToken()
  await db().session.create({
    data: {
      tokenHash: hashToken(sessionToken),
      streetId,
      accountId: account.id,
      device: 'test',
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  const cookie = `next-auth.session-token=${await encode({ token: { sessionToken }, secret: TEST_SECRET })}`
  return { accountId: account.id, cookie, call: (operation, asked) => call(operation, asked, cookie) }
}
