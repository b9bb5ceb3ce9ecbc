import { uuidv7 } from '@/core/identifier'
import { ok, type Result } from '@/core/result'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { keepFile, removeKept } from '@/server/files'
import { type CodedPhoto, codePhoto, type PhotoRefusal } from '@/server/photo-coding'

export type KeptPhoto = { id: string; width: number; height: number }

/** A photo as it was drawn anew, lying on the disk and not yet in the register. */
export type DrawnPhoto = Omit<CodedPhoto, 'bytes'> & { file: string; size: number }

/** Draws what came anew and lays it on the disk: slow, so never within a transaction. */
export async function drawPhoto(given: Uint8Array): Promise<Result<DrawnPhoto, PhotoRefusal>> {
  const coded = await codePhoto(given)
  if (!coded.ok) return coded
  const { bytes, width, height } = coded.value
  return ok({ file: await keepFile(bytes), size: bytes.byteLength, width, height })
}

/** Enters a drawn photo as its sender's, to be named by the report or the step that follows. */
export async function enterPhoto(
  tx: Tx,
  streetId: string,
  ownerHash: string,
  { file, size, width, height }: DrawnPhoto,
  now: Date,
): Promise<KeptPhoto> {
  const id = uuidv7(now)
  await tx.requestPhoto.create({
    data: { streetId, id, ownerHash, file, size, width, height, createdAt: now },
    select: { id: true },
  })
  return { id, width, height }
}

const DAY_MS = 86_400_000
const AT_A_TIME = 500

/** Forgets photos that a day after they were sent belong to no request, on the disk too. Answers how many. */
export async function sweepPhotos(db: PrismaClient, now: Date): Promise<number> {
  const abandoned = { requestId: null, createdAt: { lt: new Date(now.getTime() - DAY_MS) } }
  const photos = await db.requestPhoto.findMany({
    where: abandoned,
    orderBy: { createdAt: 'asc' },
    take: AT_A_TIME,
    select: { streetId: true, id: true, file: true },
  })
  let swept = 0
  for (const { streetId, id, file } of photos) {
    const { count } = await db.requestPhoto.deleteMany({ where: { ...abandoned, streetId, id } })
    if (count === 0) continue
    await removeKept(file)
    swept++
  }
  return swept
}
