import { useFormatter, useTranslations } from 'next-intl'
import type { OwnNotice } from '../queries'

/** What the grid tells its captains, on the first page of their phones. */
export function OwnNotices({ notices }: { notices: readonly OwnNotice[] }) {
  const t = useTranslations('captain-notices')
  const format = useFormatter()
  if (notices.length === 0) return null
  return (
    <section aria-labelledby="notices" className="flex flex-col gap-3">
      <h2 id="notices" className="text-xl font-semibold">
        {t('board')}
      </h2>
      <ul className="flex flex-col gap-2">
        {notices.map(({ id, words, until, actor, grid }) => (
          <li key={id} className="flex flex-col gap-1 rounded-md border border-edge bg-surface p-3">
            <p className="text-base">{words}</p>
            <p className="text-sm text-ink-soft">
              {t('boardFrom', { grid: grid.name, actor, day: format.dateTime(until, 'day') })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
