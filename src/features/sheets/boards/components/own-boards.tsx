import { useFormatter, useTranslations } from 'next-intl'
import { TextLink } from '@/ui/text-link'
import { BoardState } from './board-state'
import { HangButton } from './hang-button'

type Board = {
  id: string
  code: string
  stairwell: string
  version: number
  holdsFrom: Date
  hungId: string | null
  hungVersion: number | null
  hungAt: Date | null
  state: 'never' | 'outdated' | 'current'
}

/** The stairwells of a building: the sheet of each, which version hangs, and one tap for “it hangs”. */
export function OwnBoards({ boards, unreachable }: { boards: readonly Board[]; unreachable: string }) {
  const t = useTranslations('captain')
  const format = useFormatter()
  return (
    <ul className="flex flex-col gap-3">
      {boards.map((board) => (
        <li key={board.id} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-lg font-semibold">{board.stairwell}</h3>
            <BoardState state={board.state} />
          </div>
          <p className="text-base text-ink-soft">
            {t('currentVersion', {
              version: board.version,
              day: format.dateTime(board.holdsFrom, { dateStyle: 'long', timeZone: 'UTC' }),
            })}{' '}
            {board.hungVersion !== null && board.hungAt !== null
              ? t('hungVersion', {
                  version: board.hungVersion,
                  day: format.dateTime(board.hungAt, 'day'),
                })
              : t('neverHung')}
          </p>
          <p className="flex min-h-11 items-center">
            <TextLink href={`/b/${board.code}`}>{t('openSheet')}</TextLink>
          </p>
          <HangButton
            board={{
              id: board.id,
              version: board.version,
              hungId: board.hungId,
              hungVersion: board.hungVersion,
            }}
            words={{
              hang: t('hang', { version: board.version }),
              undo: t('undo'),
              wait: t('wait'),
              unreachable,
            }}
          />
        </li>
      ))}
    </ul>
  )
}
