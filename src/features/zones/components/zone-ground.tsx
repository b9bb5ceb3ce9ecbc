import { useTranslations } from 'next-intl'
import { TextLink } from '@/ui/text-link'
import type { Site } from '../plan/rules'
import { markOf } from '../register/rules'
import { ZonePlan } from './zone-plan'

type Named = { id: string; name: string }

/** The plan of all zones, how to read it, and the compounds that it cannot show. */
export function ZoneGround({
  sites,
  unplaced,
  unzoned,
  zones,
}: {
  sites: readonly Site[]
  unplaced: readonly Named[]
  unzoned: readonly Named[]
  zones: readonly Named[]
}) {
  const t = useTranslations('zones')
  return (
    <section
      aria-label={t('plan')}
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      {sites.length > 0 ? (
        <ZonePlan
          sites={sites}
          groups={zones.map(({ id, name }) => ({ id, mark: markOf(name) }))}
          title={t('plan')}
          description={t('planDescription', { zones: zones.length, compounds: sites.length })}
        />
      ) : (
        <p className="text-sm text-ink-faint">{t('noPlan')}</p>
      )}
      <div className="flex flex-col gap-3 text-sm">
        <p className="text-ink-soft">{t('planHint')}</p>
        <Lacking title={t('unzoned')} compounds={unzoned} none={t('noUnzoned')} />
        <Lacking title={t('unplaced')} compounds={unplaced} none={t('noUnplaced')} />
      </div>
    </section>
  )
}

function Lacking({ title, compounds, none }: { title: string; compounds: readonly Named[]; none: string }) {
  return (
    <div>
      <h2 className="font-semibold">
        {title} ({compounds.length})
      </h2>
      {compounds.length === 0 ? (
        <p className="text-ink-faint">{none}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {compounds.map(({ id, name }) => (
            <li key={id}>
              <TextLink href={`/office/compounds/${id}`}>{name}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
