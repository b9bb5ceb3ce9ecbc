import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { env } from '@/env'
import { openAccount } from '@/features/people/accounts/commands'
import { username as usernameField } from '@/features/people/accounts/schema'
import { makeLink } from '@/features/people/invitations/commands'
import { recordAudit } from '@/server/audit'
import { db, type Tx } from '@/server/db'
import { bareAccount } from '@/server/principal'

export type NewAdmin = { code: string; username: string; name: string; streetName: string | null }
export type CreatedAdmin = { code: string; username: string; link: string; expiresAt: string }

const BY = '命令行 Command line'

async function streetFor(tx: Tx, { code, streetName }: NewAdmin, now: Date): Promise<string | null> {
  const street = await tx.street.findUnique({ where: { code }, select: { id: true } })
  if (street) return street.id
  if (!streetName) return null
  const id = uuidv7(now)
  await tx.street.create({ data: { id, code, name: streetName, createdAt: now }, select: { id: true } })
  return id
}

/** Opens an administrator's account, and the street itself where its name is given, with a one-time link to set the password. */
export async function createAdmin(
  admin: NewAdmin,
  now: Date,
): Promise<Result<CreatedAdmin, 'username' | 'no-street' | 'already-exists'>> {
  const username = usernameField().safeParse(admin.username)
  if (!username.success) return refuse('username')
  return db().$transaction(async (tx) => {
    if (await tx.account.findUnique({ where: { username: username.data }, select: { id: true } }))
      return refuse('already-exists')
    const streetId = await streetFor(tx, admin, now)
    if (!streetId) return refuse('no-street')
    await openAccount(
      tx,
      streetId,
      {
        username: username.data,
        displayName: admin.name,
        passwordHash: null,
        demo: false,
        role: 'street_admin',
        scope: { kind: 'street', id: null },
        personId: null,
      },
      now,
    )
    const { id } = await tx.account.findUniqueOrThrow({
      where: { username: username.data },
      select: { id: true },
    })
    const link = await makeLink(tx, { streetId, id }, 'invitation', now)
    await recordAudit(
      {
        tx,
        principal: bareAccount({ streetId, id, displayName: BY }),
        now,
        requestId: 'create-admin',
      },
      {
        action: 'account.add',
        subject: { kind: 'account', id },
        changes: { username: { to: username.data }, role: { to: 'street_admin' } },
      },
    )
    return ok({
      code: admin.code,
      username: username.data,
      link: new URL(link.path, env().NEXTAUTH_URL).href,
      expiresAt: link.expiresAt.toISOString(),
    })
  })
}
