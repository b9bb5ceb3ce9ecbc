'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { addDays, dayOf, daysBetween, weekdayOf } from '@/core/instants'
import { Badge } from '@/ui/badge'
import { PlainButton } from '@/ui/plain-button'
import { TextLink } from '@/ui/text-link'
import type { Glanced } from './kept-book'

const RECENT = 12

/** The month as a calendar with a mark for each day that has entries, and the latest entries below it. */
export function MonthGlance({ entries, today }: { entries: readonly Glanced[]; today: string }) {
  const t = useTranslations('logbook.phone')
  const format = useFormatter()
  const thisMonth = today.slice(0, 7)
  const [month, setMonth] = useState(thisMonth)
  const last = addDays(`${thisMonth}-01`, -1).slice(0, 7)
  const counts = new Map<string, number>()
  for (const { at, state } of entries) {
    const day = dayOf(new Date(at))
    if (state !== 'discarded') counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const title = format.dateTime(new Date(`${month}-01T00:00:00Z`), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (
    <section aria-labelledby="glance" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="glance" className="flex-1 text-lg font-semibold">
          {title}
        </h2>
        {month === thisMonth ? (
          <PlainButton type="button" icon="chevron-left" onClick={() => setMonth(last)}>
            {t('previousMonth')}
          </PlainButton>
        ) : (
          <PlainButton type="button" icon="chevron-right" onClick={() => setMonth(thisMonth)}>
            {t('nextMonth')}
          </PlainButton>
        )}
      </div>
      <Calendar month={month} today={today} counts={counts} label={title} />
      <h3 className="text-base font-semibold">{t('recent')}</h3>
      {entries.length === 0 && <p className="text-base text-ink-soft">{t('none')}</p>}
      <ul className="flex flex-col gap-2">
        {entries.slice(0, RECENT).map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
      <p className="flex min-h-11 items-center">
        <TextLink href={`/captain/logbook/month?month=${month}`}>{t('print')}</TextLink>
      </p>
    </section>
  )
}

function Calendar({
  month,
  today,
  counts,
  label,
}: {
  month: string
  today: string
  counts: ReadonlyMap<string, number>
  label: string
}) {
  const t = useTranslations('logbook.phone')
  const format = useFormatter()
  const first = `${month}-01`
  const length = daysBetween(first, `${addDays(first, 31).slice(0, 7)}-01`)
  const days = Array.from({ length }, (_, place) => addDays(first, place))
  return (
    <ol aria-label={label} className="grid grid-cols-7 gap-1 text-center text-sm">
      {days.map((day, place) => {
        const count = counts.get(day) ?? 0
        const words = format.dateTime(new Date(day), { month: 'long', day: 'numeric', timeZone: 'UTC' })
        return (
          <li
            key={day}
            style={place === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
            className={`flex min-h-9 flex-col items-center justify-center rounded border ${day === today ? 'border-accent' : 'border-transparent'} ${count > 0 ? 'bg-good-soft font-semibold text-good' : 'text-ink-faint'}`}
          >
            <span aria-hidden="true">{place + 1}</span>
            {count > 0 && <span aria-hidden="true">{count > 3 ? '•••' : '•'.repeat(count)}</span>}
            <span className="sr-only">{t('dayEntries', { day: words, count })}</span>
          </li>
        )
      })}
    </ol>
  )
}

function EntryLine({ entry }: { entry: Glanced }) {
  const t = useTranslations('logbook')
  const format = useFormatter()
  const { kind, mark, at, state, place, requests } = entry
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-3 py-2">
      <span className="text-base font-medium">{t(`kinds.${kind}`)}</span>
      {mark && (
        <Badge tone={mark === 'bad' ? 'bad' : mark === 'fair' ? 'warn' : 'good'}>{t(`marks.${mark}`)}</Badge>
      )}
      {state === 'waiting' && <Badge tone="warn">{t('phone.waits')}</Badge>}
      {state === 'failed' && <Badge tone="bad">{t('phone.failedOne')}</Badge>}
      {state === 'aside' && <Badge tone="warn">{t('phone.aside')}</Badge>}
      {state === 'discarded' && <Badge>{t('states.discarded')}</Badge>}
      <span className="text-sm text-ink-soft">
        {place} · {format.dateTime(new Date(at), 'moment')}
      </span>
      {requests.length > 0 && (
        <span className="w-full text-sm">{t('phone.requests', { numbers: requests.join('、') })}</span>
      )}
    </li>
  )
}
