import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import type { Role } from '@/generated/prisma/enums'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'

export type NewAccount = {
  username: string
  displayName: string
  passwordHash: string
  demo: boolean
  role: Role | null
  scope: { kind: 'street' | 'community'; id: string | null }
  personId: string | null
}

/** Opens an account with a role from today on, or with none where an appointment gives it; one that exists stays as it is. */
export async function openAccount(tx: Tx, streetId: string, account: NewAccount, now: Date): Promise<void> {
  const { username, displayName, passwordHash, demo } = account
  if (await tx.account.findUnique({ where: { username }, select: { id: true } })) return
  const id = uuidv7(now)
  await tx.account.create({
    data: {
      streetId,
      id,
      username,
      displayName,
      passwordHash,
      demo,
      sortKey: sortKey(displayName),
      search: searchText(displayName, username),
    },
    select: { id: true },
  })
  if (account.personId) {
    await tx.person.update({
      where: { streetId_id: { streetId, id: account.personId } },
      data: { accountId: id },
      select: { id: true },
    })
  }
  if (!account.role) return
  await tx.roleGrant.create({
    data: {
      streetId,
      id: uuidv7(now),
      accountId: id,
      role: account.role,
      scopeKind: account.scope.kind,
      scopeId: account.scope.id,
      startsOn: new Date(`${dayOf(now)}T00:00:00Z`),
    },
    select: { id: true },
  })
}
