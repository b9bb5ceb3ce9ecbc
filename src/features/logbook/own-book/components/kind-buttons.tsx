'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { dayOf, daysBetween } from '@/core/instants'
import { Badge } from '@/ui/badge'
import { buttonLook } from '@/ui/button-look'
import { PlainButton } from '@/ui/plain-button'
import { KINDS, type Kind } from '../../entries/schema'
import type { BookBuilding, Glanced } from './kept-book'

type Round = 'hygiene' | 'safety'
const isRound = (kind: Kind): kind is Round => kind === 'hygiene' || kind === 'safety'

/** What can be written, the rounds first with when they are due, and the doors that are to be looked in on. */
export function KindButtons({
  building,
  today,
  entries,
  onChoose,
}: {
  building: BookBuilding
  today: string
  entries: readonly Glanced[]
  onChoose: (kind: Kind, householdId?: string) => void
}) {
  const t = useTranslations('logbook')
  const format = useFormatter()
  const due = building.visits.filter(({ dueOn }) => dueOn <= today)
  // What waits in the phone has been done, though the server does not know it yet.
  const isDone = (kind: Round) =>
    entries.some(
      (entry) => entry.kind === kind && entry.state === 'waiting' && dayOf(new Date(entry.at)) === today,
    )
  return (
    <div className="flex flex-col gap-3">
      <ul className="grid grid-cols-2 gap-2">
        {KINDS.map((kind) => (
          <li key={kind} className={isRound(kind) ? 'col-span-2' : undefined}>
            <button
              type="button"
              className={`${buttonLook(isRound(kind) ? 'primary' : 'secondary', 'wide')} flex-wrap`}
              onClick={() => onChoose(kind)}
            >
              {t(`kinds.${kind}`)}
              {isRound(kind) && !isDone(kind) && <DueWords dueOn={building.due[kind]} today={today} />}
            </button>
          </li>
        ))}
      </ul>
      {due.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="text-lg font-semibold">{t('phone.visitsDue')}</h2>
          <ul className="flex flex-col gap-2">
            {due.map(({ householdId, door, dueOn }) => (
              <li
                key={householdId}
                className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-3 py-2"
              >
                <span className="flex-1 text-base font-medium">{door}</span>
                <Badge tone="warn">
                  {t('phone.dueOn', {
                    day: format.dateTime(new Date(dueOn), { month: 'long', day: 'numeric', timeZone: 'UTC' }),
                  })}
                </Badge>
                <PlainButton type="button" onClick={() => onChoose('visit', householdId)}>
                  {t('phone.goVisit')}
                </PlainButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function DueWords({ dueOn, today }: { dueOn: string; today: string }) {
  const t = useTranslations('logbook.phone')
  const format = useFormatter()
  const day = format.dateTime(new Date(dueOn), { month: 'long', day: 'numeric', timeZone: 'UTC' })
  const words =
    dueOn < today
      ? t('overdue', { days: daysBetween(dueOn, today) })
      : dueOn === today
        ? t('dueToday')
        : t('dueOn', { day })
  return <span className="text-sm font-normal">{t('dueWords', { words })}</span>
}
