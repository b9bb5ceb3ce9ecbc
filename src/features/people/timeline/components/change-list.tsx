import { useTranslations } from 'next-intl'
import type { Change } from '../rules'

/** Changes in words; the namespace holds the names of the fields under `fields`. */
export function ChangeList({ changes, namespace }: { changes: readonly Change[]; namespace: string }) {
  const t = useTranslations('timeline')
  const words = useTranslations()
  const nameOf = (field: string) =>
    [`${namespace}.fields.${field}`, `timeline.fields.${field}`].find((key) => words.has(key))
  const inWords = (field: string, value: string | null) => {
    if (value === null) return t('empty')
    if (value === 'true') return t('yes')
    if (value === 'false') return t('no')
    const key = `${namespace}.values.${field}.${value}`
    return /^[\w-]+$/.test(value) && words.has(key) ? words(key) : value
  }
  return changes.map(({ field, from, to }) => {
    const key = nameOf(field)
    const name = key ? words(key) : field
    return (
      <span key={field} className="block">
        {from === null && to === null
          ? t('changed', { field: name })
          : t('fromTo', { field: name, from: inWords(field, from), to: inWords(field, to) })}
      </span>
    )
  })
}
