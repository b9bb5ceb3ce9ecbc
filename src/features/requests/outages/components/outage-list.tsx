import { useFormatter, useLocale, useTranslations } from 'next-intl'

type Shown = {
  kind: string
  title: string
  titleEn: string | null
  words: string
  wordsEn: string | null
  startsAt: Date
  endsAt: Date | null
}

/** What is out or will be out at a place, for its residents. */
export function OutageList({ outages, now }: { outages: readonly Shown[]; now: Date }) {
  const t = useTranslations('sheets.outages')
  const format = useFormatter()
  const isEnglish = useLocale() === 'en'
  if (outages.length === 0) return null
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      {outages.map(({ kind, title, titleEn, words, wordsEn, startsAt, endsAt }) => (
        <div
          key={`${title}${startsAt.toISOString()}`}
          className="flex flex-col gap-1 rounded-lg border border-edge bg-surface px-4 py-3"
        >
          <h2 className="text-lg font-semibold">
            {t(`kinds.${kind as 'water'}`)} · {isEnglish ? (titleEn ?? title) : title}
          </h2>
          <p>
            {t(startsAt > now ? 'coming' : 'now')} ·{' '}
            {endsAt
              ? t('fromTo', {
                  from: format.dateTime(startsAt, 'moment'),
                  to: format.dateTime(endsAt, 'moment'),
                })
              : t('from', { from: format.dateTime(startsAt, 'moment') })}
          </p>
          <p>{isEnglish ? (wordsEn ?? words) : words}</p>
        </div>
      ))}
    </section>
  )
}
