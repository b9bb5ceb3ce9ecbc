import { useFormatter, useTranslations } from 'next-intl'
import type { Suggestion } from '../rules'

/** People who could look after a building, with what speaks for each in words. */
export function SuggestionList({ people }: { people: readonly Suggestion[] }) {
  const t = useTranslations('captain-terms')
  const format = useFormatter()
  if (people.length === 0) return <p className="text-sm text-ink-soft">{t('noSuggestion')}</p>
  return (
    <ol className="flex flex-col divide-y divide-line text-sm">
      {people.map(({ id, name, held, reasons }) => (
        <li key={id} className="flex flex-col gap-0.5 py-2">
          <span className="font-medium">{name}</span>
          <ul className="text-ink-soft">
            {reasons.map((reason) => (
              <li key={reason.kind}>
                {reason.kind === 'earlier'
                  ? t('reasons.earlier', { day: reason.until ? format.dateTime(reason.until, 'day') : '' })
                  : t(`reasons.${reason.kind}`, { words: reason.words, count: held })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
