import type { Act } from '@/server/act'

export type OwnResident = {
  name: string
  /** The whole number: it is the reader's own. */
  phone: string | null
  registeredAt: Date | null
  consents: { purpose: string; textVersion: string; givenOn: Date; withdrawnAt: Date | null }[]
}

export async function ownResident({ tx, principal }: Act): Promise<OwnResident> {
  const { displayName, resident, consents } = await tx.account.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: principal.accountId } },
    select: {
      displayName: true,
      resident: { select: { phone: true, registeredAt: true } },
      consents: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 50,
        select: { purpose: true, textVersion: true, givenOn: true, withdrawnAt: true },
      },
    },
  })
  return {
    name: displayName,
    phone: resident?.phone ?? null,
    registeredAt: resident?.registeredAt ?? null,
    consents,
  }
}
