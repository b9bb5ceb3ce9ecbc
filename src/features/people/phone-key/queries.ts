import type { Act } from '@/server/act'

export type PhoneKey = { owner: string; secret: string | null }

/** What the caller's phones seal unsent entries for, as 32 bytes in base64url; a null secret before the first phone asked. */
export async function phoneKeyOf({ tx, principal }: Act): Promise<PhoneKey> {
  const { phoneSeal } = await tx.account.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: principal.accountId } },
    select: { phoneSeal: true },
  })
  return {
    owner: principal.accountId,
    secret: phoneSeal && Buffer.from(phoneSeal).toString('base64url'),
  }
}
