import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'

/** Says of a promise whether it was kept. */
export function SettleButton({ promise }: { promise: { id: string; version: number; words: string } }) {
  const t = useTranslations('household-visits')
  return (
    <ActionButton
      trigger={t('settle')}
      title={promise.words}
      why={t('settleWhy')}
      confirm={t('settle')}
      action={`/api/v1/visit-promises/${promise.id}/settlement`}
      body={{ version: promise.version }}
      asks={[
        {
          type: 'choice',
          name: 'state',
          label: t('outcome'),
          value: 'kept',
          required: true,
          options: (['kept', 'broken'] as const).map((value) => ({ value, label: t(value) })),
        },
        { type: 'text', name: 'note', label: t('fields.note') },
      ]}
    />
  )
}
