const FULL_WIDTH = /[\uff01-\uff5e]/g
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Radicals and compatibility forms that PDF files put in place of the ordinary character. */
const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]/g
/** What copying out of chat windows leaves behind: format characters, and controls other than line breaks and tabs. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu

/** Full-width letters, digits and signs become the ordinary ones; invisible characters go. */
export function foldWidth(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(LOOKALIKES, (sign) => sign.normalize('NFKC'))
}

/** Only letters, digits and spaces become ordinary; Chinese punctuation stays as it was written. */
export function foldLetters(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    .replace(SPACES, ' ')
    .replace(LOOKALIKES, (sign) => sign.normalize('NFKC'))
}

/** Folded, trimmed, and every run of spaces and line breaks one space. */
export function tidy(text: string): string {
  return foldWidth(text).replace(/\s+/g, ' ').trim()
}

/** Folded and without any space: the form in which written names and codes are compared. */
export function squeeze(text: string): string {
  return foldWidth(text).replace(/\s+/g, '')
}

const DASHES = /[\u2010-\u2015\u2212\u2500\u2501\ufe58\ufe63\u30fc~\u301c\uff5e]/g

/** Dashes, minus signs and wave signs of every kind become one hyphen. */
export function foldDashes(text: string): string {
  return text.replace(DASHES, '-')
}
