import type { getFormatter, getTranslations } from 'next-intl/server'
import type { Figure, Sight } from '../figures/rules'

type Translate = Awaited<ReturnType<typeof getTranslations<'survey-analysis'>>>
type Format = Awaited<ReturnType<typeof getFormatter>>

export type Wording = {
  t: Translate
  count: (count: number | null) => string
  share: (share: number | null) => string
  interval: (figure: Figure) => string
  mean: (mean: number) => string
  /** The words of the reader's language where there are any. */
  named: (
    words: { label: string; labelEn: string | null } | { text: string; textEn: string | null },
  ) => string
}

/** How figures are written: coarse ones as about so many, shares of them without decimals. */
export function wordingOf(t: Translate, format: Format, sight: Sight, isEnglish: boolean): Wording {
  const digits = sight === 'exact' ? 1 : 0
  const share = (value: number | null) =>
    value === null ? '—' : format.number(value, { style: 'percent', maximumFractionDigits: digits })
  return {
    t,
    count: (value) =>
      value === null
        ? t('tooFew')
        : sight === 'exact'
          ? format.number(value)
          : t('about', { count: format.number(value) }),
    share,
    interval: ({ low, high }) => (low === null || high === null ? '—' : `${share(low)} – ${share(high)}`),
    mean: (value) => format.number(value, { maximumFractionDigits: sight === 'exact' ? 2 : 1 }),
    named: (words) =>
      'text' in words
        ? (isEnglish && words.textEn) || words.text
        : (isEnglish && words.labelEn) || words.label,
  }
}
