import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/ui/text-link'

type Report = {
  id: string
  number: string
  state: string
  createdAt: Date
  category: { name: string; nameEn: string }
  building: { name: string } | null
  events: readonly { words: string | null }[]
}

/** What became of what the captain reported. */
export function ReportList({ reports }: { reports: readonly Report[] }) {
  const t = useTranslations('captain')
  const states = useTranslations('requests')
  const format = useFormatter()
  const isEnglish = useLocale() === 'en'
  if (reports.length === 0) return <p className="text-base text-ink-soft">{t('nothingReported')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
      {reports.map(({ id, number, state, createdAt, category, building, events: [last] }) => (
        <li key={id} className="flex flex-col gap-0.5 px-3 py-2">
          <TextLink href={`/office/requests/${id}`}>
            {isEnglish ? category.nameEn : category.name}
            {building && ` · ${building.name}`}
          </TextLink>
          <span className="text-base">
            {states(`states.${state as 'submitted'}`)}
            <span className="text-ink-soft">
              {' '}
              · {format.dateTime(createdAt, 'day')} · {number}
            </span>
          </span>
          {last?.words && <span className="text-sm text-ink-soft">{last.words}</span>}
        </li>
      ))}
    </ul>
  )
}
