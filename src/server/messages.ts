import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from './locale'

export type Messages = { [key: string]: string | Messages }

const FOLDER = join(/* turbopackIgnore: true */ process.cwd(), 'src', 'messages')
const FRESH_MS = 3_000
const kept = new Map<Locale, { readAt: number; messages: Promise<Messages> }>()

const read = async (locale: Locale): Promise<Messages> => {
  const names = (await readdir(join(FOLDER, locale))).filter((name) => name.endsWith('.json')).sort()
  const files = await Promise.all(
    names.map(async (name): Promise<[string, Messages]> => {
      return [name.slice(0, -5), JSON.parse(await readFile(join(FOLDER, locale, name), 'utf8'))]
    }),
  )
  return Object.fromEntries(files)
}

/** All namespaces of a language, one file each; read again after a few seconds, so that a mended word shows. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = kept.get(locale)
  if (known && performance.now() - known.readAt < FRESH_MS) return known.messages
  const messages = read(locale)
  kept.set(locale, { readAt: performance.now(), messages })
  messages.catch(() => kept.delete(locale))
  return messages
}
