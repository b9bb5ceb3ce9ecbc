'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { dayOf } from '@/core/instants'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import { EmptyState } from '@/ui/empty-state'
import { OutboxBar } from '@/ui/outbox/outbox-bar'
import { keep, keptOf } from '@/ui/outbox/store'
import { type Outbox, useOutbox } from '@/ui/outbox/use-outbox'
import { PlainButton } from '@/ui/plain-button'
import { glancedVisits, type KeptVisits } from './kept-visits'
import { VisitForm } from './visit-form'

const KEPT = 'own-visits'

/** A refused visit is not put right by itself: whoever made it looks again. */
const mendNothing = async () => null

/** Visits on the phone: written at the door, sent when there is a network. */
export function OwnVisits({ owner }: { owner: string }) {
  const t = useTranslations('household-visits.phone')
  const [kept, setKept] = useState<KeptVisits>()
  const [isOld, setOld] = useState(false)
  const [round, setRound] = useState(0)
  const refresh = useCallback(async () => {
    const fresh = await fetchVisits()
    if (fresh) {
      setKept(fresh)
      setOld(false)
      await keep(owner, KEPT, fresh).catch(() => {})
      return
    }
    const before = await keptOf(owner, KEPT).catch(() => undefined)
    if (before) setKept(before.value as KeptVisits)
    setOld(true)
  }, [owner])
  useEffect(() => {
    void refresh()
    window.addEventListener('online', refresh)
    return () => window.removeEventListener('online', refresh)
  }, [refresh])
  const outbox = useOutbox(owner, mendNothing, refresh)
  return (
    <div className="flex flex-col gap-4">
      <OutboxBar outbox={outbox} signInHref="/sign-in?next=%2Fcaptain%2Fvisits" />
      {isOld && <Alert>{kept ? t('fromPhone') : t('nothingKept')}</Alert>}
      {kept?.buildings.length === 0 && (
        <EmptyState title={t('noBuildings')} why={t('noBuildingsWhy')} icon="building" />
      )}
      <p role="status" className="empty:hidden">
        {round > 0 && t('kept')}
      </p>
      {kept && kept.buildings.length > 0 && (
        <VisitForm
          key={round}
          buildings={kept.buildings}
          outbox={outbox}
          onKept={() => setRound((before) => before + 1)}
        />
      )}
      {kept && <OpenPromises kept={kept} outbox={outbox} />}
      {kept && <LatestVisits kept={kept} outbox={outbox} />}
    </div>
  )
}

async function fetchVisits(): Promise<KeptVisits | null> {
  try {
    const answer = await fetch('/api/v1/own-visits', {
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    })
    return answer.ok ? ((await answer.json()) as KeptVisits) : null
  } catch {
    return null
  }
}

function OpenPromises({ kept, outbox }: { kept: KeptVisits; outbox: Outbox }) {
  const t = useTranslations('household-visits.phone')
  const format = useFormatter()
  const today = dayOf(new Date())
  const settled = new Set(outbox.waiting?.map(({ subject }) => subject))
  const open = kept.promises.filter(({ id }) => !settled.has(id))
  if (open.length === 0) return null
  return (
    <section aria-labelledby="promised" className="flex flex-col gap-2">
      <h2 id="promised" className="text-lg font-semibold">
        {t('open')}
      </h2>
      <ul className="flex flex-col gap-2">
        {open.map(({ id, words, place, dueOn, version }) => {
          const day = format.dateTime(new Date(dueOn), { month: 'long', day: 'numeric', timeZone: 'UTC' })
          return (
            <li
              key={id}
              className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-3 py-2"
            >
              <span className="w-full text-base font-medium">{words}</span>
              <Badge tone={dueOn < today ? 'bad' : 'neutral'}>
                {t(dueOn < today ? 'overdue' : 'due', { day })}
              </Badge>
              <span className="flex-1 text-sm text-ink-soft">{place}</span>
              <PlainButton
                type="button"
                aria-label={`${t('markKept')}: ${words}`}
                onClick={() =>
                  outbox.add({
                    subject: id,
                    url: `/api/v1/visit-promises/${id}/settlement`,
                    photoUrl: '',
                    label: { kind: 'promise-kept', place },
                    body: { state: 'kept', version },
                    photos: [],
                  })
                }
              >
                {t('markKept')}
              </PlainButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function LatestVisits({ kept, outbox }: { kept: KeptVisits; outbox: Outbox }) {
  const t = useTranslations('household-visits.phone')
  const format = useFormatter()
  const visits = glancedVisits(kept, outbox.waiting ?? [])
  return (
    <section aria-labelledby="visited" className="flex flex-col gap-2">
      <h2 id="visited" className="text-lg font-semibold">
        {t('mine')}
      </h2>
      {visits.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      <ul className="flex flex-col gap-2">
        {visits.map(({ id, place, at, state }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-3 py-2"
          >
            <span className="text-base font-medium">{place}</span>
            {state === 'waiting' && <Badge tone="warn">{t('waits')}</Badge>}
            {state === 'failed' && <Badge tone="bad">{t('failed')}</Badge>}
            <span className="text-sm text-ink-soft">{format.dateTime(new Date(at), 'moment')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
