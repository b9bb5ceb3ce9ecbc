import { pinyin } from 'pinyin-pro'
import { foldWidth, tidy } from '@/core/width'

const PERSON = /^\p{Script=Han}{2,4}$/u
/** How a compound, a street, a shop or an organisation ends, and a person's name seldom does. */
const PLACE_ENDING =
  /(?:[区村园苑里庄楼路街巷弄站店部所院社桥城坊厦寓宅点家队室组委会户局厂馆校场]|公司|花苑|广场|中心|网格|支部|学校)$/
const DIGITS = /\d+/g
const DIGITS_WIDTH = 6

const syllables = (text: string, surname: 'head' | 'off'): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, surname }).map((part) =>
    part.toLowerCase(),
  )

/** A person's surname is read as a surname (曾 zeng, 单 shan), a place's first character as the word it is in (解放 jiefang). */
const reading = (name: string): string[] => {
  const text = tidy(name)
  return syllables(text, PERSON.test(text) && !PLACE_ENDING.test(text) ? 'head' : 'off')
}

const withoutSpaces = (parts: readonly string[]): string => parts.join('').replace(/\s+/g, '')

const initials = (parts: readonly string[]): string =>
  withoutSpaces(parts.map((part) => (/^[a-z]+$/.test(part) ? part.slice(0, 1) : part)))

/** Toneless, lower case, without spaces: 古田新村 is gutianxincun; ü is v. */
export function pinyinOf(name: string): string {
  return withoutSpaces(reading(name))
}

/** The first letters of the syllables, digits kept: 古田新村 is gtxc. */
export function initialsOf(name: string): string {
  return initials(reading(name))
}

/** What a register row is found by: each part as written, its pinyin and its initials, in every reading that differs. */
export function searchText(...parts: readonly (string | number | null | undefined)[]): string {
  const words = new Set<string>()
  for (const part of parts) {
    if (part === null || part === undefined || part === '') continue
    const text = tidy(String(part))
    words.add(text.replace(/ /g, '').toLowerCase())
    if (!/\p{Script=Han}/u.test(text)) continue
    for (const read of [syllables(text, 'off'), syllables(text, 'head')]) {
      words.add(withoutSpaces(read))
      words.add(initials(read))
    }
  }
  words.delete('')
  return [...words].join(' ')
}

/** What a register is ordered by: pinyin with every number padded, so that 9幢 stands before 10幢. */
export function sortKey(name: string): string {
  return pinyinOf(foldWidth(name)).replace(DIGITS, (digits) => digits.padStart(DIGITS_WIDTH, '0'))
}
