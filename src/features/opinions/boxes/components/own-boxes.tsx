import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'
import type { OwnBox } from '../queries'

/** The boxes at a captain's building, and by when each is to be emptied. */
export function OwnBoxes({ boxes }: { boxes: readonly OwnBox[] }) {
  const t = useTranslations('opinion-boxes')
  const format = useFormatter()
  return (
    <ul className="flex flex-col gap-2">
      {boxes.map(({ id, place, dueOn, isOverdue }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2 text-base">
          <span>{t('ownBox', { place, day: format.dateTime(new Date(`${dueOn}T00:00:00Z`), 'day') })}</span>
          <Badge tone={isOverdue ? 'bad' : 'good'}>{t(isOverdue ? 'overdue' : 'inTime')}</Badge>
        </li>
      ))}
    </ul>
  )
}
