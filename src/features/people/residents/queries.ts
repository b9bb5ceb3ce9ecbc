import { db } from '@/server/db'

/** The account that holds a number now, or null. */
export async function findByNumber(
  streetId: string,
  phone: string,
): Promise<{ streetId: string; id: string; displayName: string } | null> {
  const held = await db().resident.findFirst({
    where: { streetId, phone, endedAt: null },
    select: { account: { select: { streetId: true, id: true, displayName: true } } },
  })
  return held?.account ?? null
}
