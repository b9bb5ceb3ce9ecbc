import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { DrawnPhoto } from '@/features/requests/photos/commands'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { removeKept } from '@/server/files'
import { mayWrite } from './queries'

type Kept = { id: string; width: number; height: number }

/** Enters a drawn photo as its sender's, to be named by the entry that follows; only who is or was a captain sends any. */
export async function enterLogPhoto(
  act: Act,
  { file, size, width, height }: DrawnPhoto,
): Promise<Result<Kept, 'not-found'>> {
  const { tx, principal, now } = act
  if (!(await mayWrite(act))) return refuse('not-found')
  const id = uuidv7(now)
  await tx.logPhoto.create({
    data: {
      streetId: principal.streetId,
      id,
      ownerHash: principal.accountId,
      file,
      size,
      width,
      height,
      createdAt: now,
    },
    select: { id: true },
  })
  return ok({ id, width, height })
}

const DAY_MS = 86_400_000
const AT_A_TIME = 500

/** Forgets photos that a day after they were sent belong to no entry, on the disk too. Answers how many. */
export async function sweepLogPhotos(db: PrismaClient, now: Date): Promise<number> {
  const abandoned = { entryId: null, createdAt: { lt: new Date(now.getTime() - DAY_MS) } }
  const photos = await db.logPhoto.findMany({
    where: abandoned,
    orderBy: { createdAt: 'asc' },
    take: AT_A_TIME,
    select: { streetId: true, id: true, file: true },
  })
  let swept = 0
  for (const { streetId, id, file } of photos) {
    const { count } = await db.logPhoto.deleteMany({ where: { ...abandoned, streetId, id } })
    if (count === 0) continue
    await removeKept(file)
    swept++
  }
  return swept
}
