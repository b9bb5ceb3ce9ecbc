'use client'

import { useTranslations } from 'next-intl'
import { createContext, useContext, useMemo, useState } from 'react'
import { Button } from '@/ui/button'
import { MOST_AT_ONCE } from '../schema'
import { BoardKeys } from './board-keys'
import { BulkDispatch } from './bulk-dispatch'

export type Picked = { id: string; version: number; number: string }

const Selection = createContext<{ picked: readonly Picked[]; toggle: (one: Picked) => void }>({
  picked: [],
  toggle: () => {},
})

/** Keeps which requests of the board are picked, offers what can be done with them, and the keys that lead through the board. */
export function BoardSelection({
  mayDispatch,
  children,
}: {
  mayDispatch: boolean
  children: React.ReactNode
}) {
  const t = useTranslations('request-bulk')
  const [picked, setPicked] = useState<readonly Picked[]>([])
  const value = useMemo(
    () => ({
      picked,
      toggle: (one: Picked) =>
        setPicked((before) =>
          before.some(({ id }) => id === one.id)
            ? before.filter(({ id }) => id !== one.id)
            : [...before, one].slice(0, MOST_AT_ONCE),
        ),
    }),
    [picked],
  )
  return (
    <Selection value={value}>
      {children}
      <div className="sticky bottom-0 z-20 flex flex-wrap items-center gap-2 border-t border-line bg-surface py-2 print:hidden">
        <BoardKeys maySelect={mayDispatch} />
        {mayDispatch && (
          <span role="status" className="text-sm text-ink-soft tabular-nums">
            {t('picked', { count: picked.length })}
          </span>
        )}
        {picked.length > 0 && (
          <>
            <BulkDispatch picked={picked} onDone={() => setPicked([])} />
            <Button kind="quiet" size="small" onPress={() => setPicked([])}>
              {t('clear')}
            </Button>
          </>
        )}
      </div>
    </Selection>
  )
}

/** The mark by which a row of the board is picked. */
export function RowPick({ request }: { request: Picked }) {
  const t = useTranslations('request-bulk')
  const { picked, toggle } = useContext(Selection)
  return (
    <label className="inline-flex size-control-small cursor-pointer items-center justify-center">
      <span className="sr-only">{t('pick', { number: request.number })}</span>
      <input
        type="checkbox"
        data-row-pick
        checked={picked.some(({ id }) => id === request.id)}
        onChange={() => toggle(request)}
        className="size-5 accent-link"
      />
    </label>
  )
}
