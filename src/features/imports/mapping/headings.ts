import { foldWidth } from '@/core/width'

const BRACKETED = /[([{【〔「<][^()[\]{}【】〔〕「」<>]*[)\]}】〕」>]/g
const BRACKETS = /[()[\]{}【】〔〕「」<>]/g
const NOISE = /[\s*:、。,;!"'“”‘’_]|^\d{1,2}[.、)]|^[一二三四五六七八九十]{1,2}[.、]/g
const TRAILING_UNIT = /(?:万?(?:㎡|m2|m²|平方米|平米)|万元|千元|元|公顷|亩|人|户|幢|栋|个)$/

/** The forms under which a heading is looked up: whole, then without what stands in brackets, then without its unit. */
export function headingKeys(heading: string): string[] {
  const folded = foldWidth(heading).toLowerCase()
  const whole = folded.replace(BRACKETS, '').replace(NOISE, '')
  const bare = folded.replace(BRACKETED, '').replace(NOISE, '')
  return [...new Set([whole, bare, bare.replace(TRAILING_UNIT, ''), bare.replace(/\//g, '')])].filter(
    (key) => key !== '',
  )
}

/** The one form under which a person's choice for a heading is remembered. */
export function headingKey(heading: string): string {
  return headingKeys(heading)[0] ?? ''
}
