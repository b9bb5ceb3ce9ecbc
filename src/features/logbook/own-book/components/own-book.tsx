'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { dayOf } from '@/core/instants'
import { mendMove } from '@/features/requests/own-jobs/components/pending'
import { Alert } from '@/ui/alert'
import { EmptyState } from '@/ui/empty-state'
import { OutboxBar } from '@/ui/outbox/outbox-bar'
import { keep, keptOf } from '@/ui/outbox/store'
import { useOutbox } from '@/ui/outbox/use-outbox'
import type { Kind } from '../../entries/schema'
import { EntryForm } from './entry-form'
import { glanced, type KeptBook } from './kept-book'
import { KindButtons } from './kind-buttons'
import { MonthGlance } from './month-glance'

const KEPT = 'own-logbook'

/** The captain's logbook on the phone: a tap for the kind, the checklist, and it is written. */
export function OwnBook({ owner }: { owner: string }) {
  const t = useTranslations('logbook.phone')
  const [book, setBook] = useState<KeptBook>()
  const [isOld, setOld] = useState(false)
  const [buildingId, setBuildingId] = useState<string>()
  const [chosen, setChosen] = useState<{ kind: Kind; householdId?: string }>()
  const [isWritten, setWritten] = useState(false)
  const refresh = useCallback(async () => {
    const fresh = await fetchBook()
    if (fresh) {
      setBook(fresh)
      setOld(false)
      await keep(owner, KEPT, fresh).catch(() => {})
      return
    }
    const kept = await keptOf(owner, KEPT).catch(() => undefined)
    if (kept) setBook(kept.value as KeptBook)
    setOld(true)
  }, [owner])
  useEffect(() => {
    void refresh()
    window.addEventListener('online', refresh)
    return () => window.removeEventListener('online', refresh)
  }, [refresh])
  const outbox = useOutbox(owner, mendMove, refresh)
  const entries = glanced(book, outbox.waiting ?? [])
  const building = book?.buildings.find(({ id }) => id === buildingId) ?? book?.buildings[0]
  const today = dayOf(new Date())
  return (
    <div className="flex flex-col gap-4">
      <OutboxBar outbox={outbox} signInHref="/sign-in?next=%2Fcaptain%2Flogbook" />
      {isOld && <Alert>{book ? t('shownFromPhone') : t('nothingKept')}</Alert>}
      {book && !building && <EmptyState title={t('noBuildings')} why={t('noBuildingsWhy')} icon="building" />}
      <p role="status" className="empty:hidden">
        {isWritten && t('kept')}
      </p>
      {building && chosen && (
        <EntryForm
          key={`${building.id} ${chosen.kind} ${chosen.householdId}`}
          building={building}
          kind={chosen.kind}
          householdId={chosen.householdId}
          outbox={outbox}
          onClose={(written) => {
            setChosen(undefined)
            setWritten(written)
          }}
        />
      )}
      {building && !chosen && (
        <>
          <BuildingChoice buildings={book?.buildings ?? []} chosen={building.id} onChoose={setBuildingId} />
          <KindButtons
            building={building}
            today={today}
            entries={entries}
            onChoose={(kind, householdId) => {
              setChosen(householdId === undefined ? { kind } : { kind, householdId })
              setWritten(false)
            }}
          />
        </>
      )}
      {book && !chosen && <MonthGlance entries={entries} today={today} />}
    </div>
  )
}

async function fetchBook(): Promise<KeptBook | null> {
  try {
    const answer = await fetch('/api/v1/own-logbook', {
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    })
    return answer.ok ? ((await answer.json()) as KeptBook) : null
  } catch {
    return null
  }
}

function BuildingChoice({
  buildings,
  chosen,
  onChoose,
}: {
  buildings: KeptBook['buildings']
  chosen: string
  onChoose: (id: string) => void
}) {
  const t = useTranslations('logbook.phone')
  if (buildings.length < 2) {
    const [only] = buildings
    return only ? (
      <p className="text-lg font-semibold">
        {only.compound} {only.name}
      </p>
    ) : null
  }
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t('chooseBuilding')}</legend>
      {buildings.map(({ id, compound, name }) => (
        <label
          key={id}
          className="flex min-h-control cursor-pointer items-center gap-2 rounded-md border border-edge bg-surface px-3 text-base has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold"
        >
          <input
            type="radio"
            name="building"
            className="size-5"
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          {compound} {name}
        </label>
      ))}
    </fieldset>
  )
}
