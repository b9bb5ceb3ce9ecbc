import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'
import { TextLink } from '@/ui/text-link'

type Held = {
  startsOn: Date
  endsOn: Date | null
  building: { id: string; name: string; compound: { id: string; name: string } }
}

/** The buildings of an appointment, each with its own days; those given up stay in sight. */
export function HeldBuildings({ buildings, today }: { buildings: readonly Held[]; today: Date }) {
  const t = useTranslations('captains')
  const format = useFormatter()
  const dayWords = (day: Date) => format.dateTime(day, 'day')
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {buildings.map(({ startsOn, endsOn, building }) => (
        <li
          key={`${building.id} ${startsOn.toISOString()}`}
          className="flex min-h-control flex-wrap items-center gap-x-3 py-1"
        >
          <span className="font-medium">
            <TextLink href={`/office/compounds/${building.compound.id}`}>{building.compound.name}</TextLink>{' '}
            {building.name}
          </span>
          <span className="text-ink-soft">
            {endsOn
              ? t('fromTo', { from: dayWords(startsOn), to: dayWords(endsOn) })
              : t('since', { from: dayWords(startsOn) })}
          </span>
          {endsOn && endsOn < today && <Badge>{t('states.ended')}</Badge>}
        </li>
      ))}
    </ul>
  )
}
