import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { mayMove, type State } from '../rules'
import { OUTCOMES } from '../schema'

/** The steps that lead out of a case: hand it over, end it, leave it. */
export function CaseActions({
  mediation: { id, state, version },
}: {
  mediation: { id: string; state: State; version: number }
}) {
  const t = useTranslations('mediations')
  const at = (step: string) => `/api/v1/mediations/${id}/${step}`
  return (
    <>
      {mayMove('hand-over', state) && (
        <ActionButton
          trigger={t('handOver')}
          title={t('handOver')}
          why={t('handOverWhy')}
          confirm={t('handOver')}
          action={at('hand-over')}
          body={{ version }}
          asks={[{ type: 'text', name: 'closing', label: t('reason'), required: true }]}
        />
      )}
      <ActionButton
        trigger={t('end')}
        title={t('end')}
        why={t('endWhy')}
        confirm={t('end')}
        action={at('end')}
        body={{ version }}
        asks={[
          {
            type: 'choice',
            name: 'outcome',
            label: t('fields.outcome'),
            required: true,
            options: OUTCOMES.filter((value) => value !== 'kept' || state === 'agreed').map((value) => ({
              value,
              label: t(`outcomes.${value}`),
            })),
          },
          { type: 'text', name: 'closing', label: t('fields.closing'), required: true },
        ]}
      />
      <ActionButton
        trigger={t('leave')}
        title={t('leave')}
        why={t('leaveWhy')}
        confirm={t('leave')}
        action={at('leave')}
        body={{}}
      />
    </>
  )
}
