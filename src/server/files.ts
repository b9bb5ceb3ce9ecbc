import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { env } from '@/env'

const NAME = /^[a-f0-9]{32}\.jpg$/

/** A file's place below DATA_DIR; a name that this module has not made leads nowhere. */
function placeOf(name: string): string {
  if (!NAME.test(name)) throw new Error('no file name of ours')
  return join(
    resolve(/* turbopackIgnore: true */ process.cwd(), env().DATA_DIR),
    'files',
    name.slice(0, 2),
    name,
  )
}

/** Keeps bytes under a random name, which is all that leads to them. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const name = `${randomBytes(16).toString('hex')}.jpg`
  const place = placeOf(name)
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await writeFile(place, bytes, { flag: 'wx', mode: 0o600 })
  return name
}

/** A kept file's bytes, or null when it is gone. */
export async function readKept(name: string): Promise<Uint8Array | null> {
  if (!NAME.test(name)) return null
  return readFile(placeOf(name)).catch(() => null)
}

export async function removeKept(name: string): Promise<void> {
  if (NAME.test(name)) await rm(placeOf(name), { force: true })
}
