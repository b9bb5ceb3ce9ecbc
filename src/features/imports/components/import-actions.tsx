import { useFormatter, useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import type { ImportDetail } from '../queries'
import { undoUntil } from '../undoing/rules'

const totalOf = (found: ImportDetail, change: 'add' | 'update'): number =>
  Object.values(found.preview?.counts ?? {}).reduce((sum, counts) => sum + counts[change], 0)

/** What can be done with an import in its state, each asked first. */
export function ImportActions({ found, now }: { found: ImportDetail; now: Date }) {
  const t = useTranslations('imports.actions')
  const format = useFormatter()
  const { state, version, finishedAt } = found
  const action = `/api/v1/imports/${found.id}`
  const [add, update] = [totalOf(found, 'add'), totalOf(found, 'update')]
  const until = state === 'done' && finishedAt ? undoUntil(finishedAt) : null
  return (
    <>
      {state === 'mapped' && add + update > 0 && (
        <ActionButton
          trigger={t('start')}
          triggerKind="primary"
          title={t('startTitle')}
          why={t('startWhy', { add, update, rejected: found._count.rejections })}
          confirm={t('start')}
          action={`${action}/start`}
          body={{ version }}
        />
      )}
      {(state === 'mapped' || state === 'failed' || state === 'received') && (
        <>
          {found.files.length > 0 && (
            <ActionButton
              trigger={t('readAgain')}
              title={t('readAgainTitle')}
              why={t('readAgainWhy')}
              confirm={t('readAgain')}
              action={`${action}/reading`}
              body={{}}
            />
          )}
          <ActionButton
            trigger={t('discard')}
            title={t('discardTitle')}
            why={t('discardWhy')}
            confirm={t('discard')}
            danger
            action={`${action}/discard`}
            body={{}}
          />
        </>
      )}
      {until && until > now && (
        <ActionButton
          trigger={t('undo')}
          title={t('undoTitle')}
          why={t('undoWhy', { until: format.dateTime(until, 'moment') })}
          confirm={t('undo')}
          danger
          action={`${action}/undo`}
          body={{}}
        />
      )}
    </>
  )
}
