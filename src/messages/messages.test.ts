import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Tree = { [key: string]: string | Tree }

const FOLDER = import.meta.dirname
const namespacesOf = (locale: string) => readdirSync(join(FOLDER, locale)).sort()
const wordsOf = (locale: string, file: string): Map<string, string> => {
  const found = new Map<string, string>()
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      const name = path ? `${path}.${key}` : key
      if (typeof value === 'string') found.set(name, value)
      else walk(value, name)
    }
  }
  walk(JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')), '')
  return found
}

/** The names of the arguments of an ICU message. */
const placeholdersOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort()

describe('messages', () => {
  it('have the same namespaces in both languages', () => {
    expect(namespacesOf('en')).toEqual(namespacesOf('zh-CN'))
  })

  it.each(namespacesOf('zh-CN'))(
    '%s says the same keys with the same placeholders, none of them empty',
    (file) => {
      const chinese = wordsOf('zh-CN', file)
      const english = wordsOf('en', file)
      expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
      for (const [key, words] of chinese) {
        expect(words.trim(), key).not.toBe('')
        expect(english.get(key)?.trim(), key).not.toBe('')
        expect(placeholdersOf(english.get(key) ?? ''), key).toEqual(placeholdersOf(words))
      }
    },
  )
})
