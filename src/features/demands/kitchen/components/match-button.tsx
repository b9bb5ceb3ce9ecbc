import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import type { Reason } from '../rules'
import { COVERAGES } from '../schema'
import { useReasonWords } from './reasons'

/** Matches a suggested resource; the reasons are proposed as the reason and can be said otherwise. */
export function MatchButton({
  demand,
  area,
  resource,
}: {
  demand: { id: string; title: string }
  area: { zoneId: string | null; compoundId: string | null }
  resource: { id: string; name: string; coverage: string; reasons: readonly Reason[] }
}) {
  const t = useTranslations('kitchen')
  const inWords = useReasonWords()
  return (
    <ActionButton
      trigger={t('match')}
      title={t('matchTitle', { resource: resource.name, demand: demand.title })}
      why={t('matchWhy')}
      confirm={t('match')}
      action="/api/v1/kitchen-matches"
      body={{ demandId: demand.id, resourceId: resource.id, ...area }}
      asks={[
        {
          type: 'choice',
          name: 'coverage',
          label: t('fields.coverage'),
          value: resource.coverage,
          required: true,
          options: COVERAGES.map((value) => ({ value, label: t(`matchCoverages.${value}`) })),
        },
        {
          type: 'text',
          name: 'reason',
          label: t('fields.reason'),
          value: resource.reasons.map(inWords).join('；').slice(0, 200),
          required: true,
        },
      ]}
    />
  )
}
