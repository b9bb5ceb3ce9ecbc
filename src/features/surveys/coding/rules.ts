/** What a text is found by: itself folded, its pinyin and its initials. */
export type Reading = { written: string; pinyin: string; initials: string }

const LEAST_PINYIN = 4

/** Without width, case and spaces, as it is compared. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Reads a text character by character: a long list is read at once, at the price of a wrong tone of a character that has several readings. */
export function readingOf(text: string, syllableOf: (character: string) => string): Reading {
  const written = folded(text)
  const syllables = [...written].map((character) =>
    /\p{Script=Han}/u.test(character) ? syllableOf(character) : character,
  )
  return {
    written,
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
  }
}

/** Whether a text holds what was typed, in characters, pinyin or initials. */
export function isFoundBy(text: Reading, typed: string): boolean {
  const needle = folded(typed)
  return [text.written, text.pinyin, text.initials].some((form) => form.includes(needle))
}

/** Whether a keyword speaks for a text: it stands in it, or sounds like a part of it, as where somebody mistyped. */
export function suggests(keyword: Reading, text: Reading): boolean {
  if (text.written.includes(keyword.written)) return true
  const isLong = [...keyword.written].length > 1 && keyword.pinyin.length >= LEAST_PINYIN
  return isLong && text.pinyin.includes(keyword.pinyin)
}
