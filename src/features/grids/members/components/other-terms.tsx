import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'
import { TextLink } from '@/ui/text-link'

type Term = {
  id: string
  startsOn: Date
  endsOn: Date | null
  state: 'now' | 'upcoming' | 'ended'
  grid: { name: string }
}

/** The other grids that the same person serves in, served in, or will. */
export function OtherTerms({ terms }: { terms: readonly Term[] }) {
  const t = useTranslations('grid-members')
  const format = useFormatter()
  if (terms.length === 0) return <p className="text-sm text-ink-faint">{t('otherNone')}</p>
  const day = (date: Date) => format.dateTime(date, 'day')
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {terms.map(({ id, grid, startsOn, endsOn, state }) => (
        <li key={id} className="flex min-h-control flex-wrap items-center gap-x-3 py-1">
          <TextLink href={`/office/grid-members/${id}`}>{grid.name}</TextLink>
          <span>
            {endsOn
              ? t('fromTo', { from: day(startsOn), to: day(endsOn) })
              : t('since', { from: day(startsOn) })}
          </span>
          <Badge>{t(`states.${state}`)}</Badge>
        </li>
      ))}
    </ul>
  )
}
