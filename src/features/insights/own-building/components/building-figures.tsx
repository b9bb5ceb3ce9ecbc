import { useTranslations } from 'next-intl'
import { StatTile } from '@/ui/stat-tile'

type Numbers = { open: number; late: number; solved: number; rounds: number }

/** How the captain's building stands, in four figures. */
export function BuildingFigures({ numbers, name }: { numbers: Numbers; name: string }) {
  const t = useTranslations('captain')
  return (
    <section aria-label={t('figuresOf', { name })} className="grid grid-cols-2 gap-2">
      {(['open', 'late', 'solved', 'rounds'] as const).map((key) => (
        <StatTile key={key} label={t(`figures.${key}`)} value={String(numbers[key])} />
      ))}
    </section>
  )
}
