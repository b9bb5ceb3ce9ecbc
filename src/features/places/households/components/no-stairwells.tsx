import { useTranslations } from 'next-intl'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'

/** In place of a form, where a building has no stairwell that a household could belong to. */
export function NoStairwells({ buildingId }: { buildingId: string }) {
  const t = useTranslations('households')
  return (
    <EmptyState
      title={t('noStairwells')}
      why={t('noStairwellsWhy')}
      action={<LinkButton href={`/office/buildings/${buildingId}`}>{t('toBuilding')}</LinkButton>}
    />
  )
}
