import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { env } from '@/env'

const NAME = /^[a-f0-9]{32}\.jpg$/

const folder = (): string => join(resolve(/* turbopackIgnore: true */ process.cwd(), env().DATA_DIR), 'files')

/** A file's place below DATA_DIR; a name that this module has not made leads nowhere. */
function placeOf(name: string): string {
  if (!NAME.test(name)) throw new Error('no file name of ours')
  return join(folder(), name.slice(0, 2), name)
}

async function write(name: string, bytes: Uint8Array, flag: 'w' | 'wx'): Promise<void> {
  const place = placeOf(name)
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await writeFile(place, bytes, { flag, mode: 0o600 })
}

/** Keeps bytes under a random name, which is all that leads to them. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const name = `${randomBytes(16).toString('hex')}.jpg`
  await write(name, bytes, 'wx')
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

/** The names of all kept files, in their order. */
export async function keptNames(): Promise<string[]> {
  const found = await readdir(folder(), { recursive: true }).catch(() => [])
  return found
    .map((place) => basename(place))
    .filter((name) => NAME.test(name))
    .sort()
}

/** Puts a file back under the name that it had; one of that name is replaced. */
export const putBack = (name: string, bytes: Uint8Array): Promise<void> => write(name, bytes, 'w')

export const isKeptName = (name: string): boolean => NAME.test(name)
