import { createHash } from 'node:crypto'
import type { Tx } from '@/server/db'

type ImportKey = { streetId: string; importId: string }

/** Keeps a file as it came, with the digest that says which one it was after its bytes are gone. */
export async function keepFile(
  tx: Tx,
  { streetId, importId }: ImportKey,
  position: number,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { size: bytes.byteLength, sha256, bytes: Uint8Array.from(bytes) }
  await tx.importFile.upsert({
    where: { streetId_importId_position: { streetId, importId, position } },
    create: { streetId, importId, position, name, ...file },
    update: { name, ...file },
    select: { position: true },
  })
}
