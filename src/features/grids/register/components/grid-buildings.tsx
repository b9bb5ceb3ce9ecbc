import { useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'
import { TextLink } from '@/ui/text-link'

type Building = {
  id: string
  name: string
  compound: { name: string }
  captain: { id: string; name: string } | null
}

/** The buildings of a grid, each with its captain of today; those without one stand first. */
export function GridBuildings({ buildings, linked }: { buildings: readonly Building[]; linked: boolean }) {
  const t = useTranslations('grids')
  if (buildings.length === 0) return <p className="text-sm text-ink-faint">{t('noBuildings')}</p>
  const uncovered = buildings.filter(({ captain }) => captain === null)
  const covered = buildings.filter(({ captain }) => captain !== null)
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p>{t('coverage', { covered: covered.length, total: buildings.length })}</p>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-3">
        {[...uncovered, ...covered].map(({ id, name, compound, captain }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <span>
              {compound.name} {name}
            </span>
            {captain === null ? (
              <Badge tone="warn">{t('noCaptain')}</Badge>
            ) : linked ? (
              <TextLink href={`/office/captains/${captain.id}`}>{captain.name}</TextLink>
            ) : (
              <span className="text-ink-soft">{captain.name}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
