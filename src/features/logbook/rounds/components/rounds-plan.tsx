import { useTranslations } from 'next-intl'
import { SpotPlan } from '@/ui/spot-plan'

type Compound = {
  id: string
  name: string
  longitude: number | null
  latitude: number | null
  buildings: number
  lookedAfter: number
}

/** The compounds on a plan: large where there are many buildings, filled, hatched or empty by how many somebody went round. */
export function RoundsPlan({ compounds, title }: { compounds: readonly Compound[]; title: string }) {
  const t = useTranslations('logbook.rounds')
  return (
    <SpotPlan
      label={`${title}. ${t('planDesc')}`}
      spots={compounds.flatMap(({ id, name, longitude, latitude, buildings, lookedAfter }) =>
        longitude !== null && latitude !== null
          ? [
              {
                id,
                longitude,
                latitude,
                weight: buildings,
                look:
                  lookedAfter === 0
                    ? ('bad' as const)
                    : lookedAfter < buildings
                      ? ('part' as const)
                      : ('good' as const),
                title: `${name} ${lookedAfter}/${buildings}`,
              },
            ]
          : [],
      )}
    />
  )
}
