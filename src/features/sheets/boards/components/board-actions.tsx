import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { DocumentLink } from '@/ui/document-link'

type Board = { id: string; code: string; version: number; hungId: string | null; hungVersion: number | null }

/** What is done with one board: open its sheet, say what hangs, take that back, give it a new code. */
export function BoardActions({
  board,
  mayHang,
  mayRenew,
}: {
  board: Board
  mayHang: boolean
  mayRenew: boolean
}) {
  const t = useTranslations('boards')
  const action = `/api/v1/sheets/${board.id}`
  return (
    <>
      <DocumentLink href={`/b/${board.code}`} icon="file">
        {t('openSheet')}
      </DocumentLink>
      {mayHang && board.hungVersion !== board.version && (
        <ActionButton
          trigger={t('markHung')}
          triggerKind="primary"
          title={t('markHungTitle', { version: board.version })}
          why={t('markHungWhy')}
          confirm={t('hang')}
          action={`${action}/hung`}
          body={{ version: board.version }}
        />
      )}
      {mayHang && board.hungId !== null && (
        <ActionButton
          trigger={t('undo')}
          title={t('undoTitle', { version: board.hungVersion ?? 0 })}
          why={t('undoWhy')}
          confirm={t('undo')}
          action={`${action}/hung/withdrawal`}
          body={{ hungId: board.hungId }}
        />
      )}
      {mayRenew && (
        <ActionButton
          trigger={t('renew')}
          title={t('renewTitle')}
          why={t('renewWhy')}
          confirm={t('renew')}
          danger
          action={`${action}/renewal`}
          body={{ code: board.code }}
        />
      )}
    </>
  )
}
