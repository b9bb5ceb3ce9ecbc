'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import { EmptyState } from '@/ui/empty-state'
import { OutboxBar } from '@/ui/outbox/outbox-bar'
import { keep, keptOf } from '@/ui/outbox/store'
import { type Outbox, useOutbox } from '@/ui/outbox/use-outbox'
import { PlainButton } from '@/ui/plain-button'
import type { Tone } from '@/ui/tone'
import { DoorForm } from './door-form'
import { byBuilding, type KeptSurvey, type KeptSurveys, type ShownDoor, shownDoors } from './kept-surveys'

const KEPT = 'own-surveys'
const TONES: Record<ShownDoor['state'], Tone> = {
  open: 'neutral',
  returned: 'good',
  declined: 'bad',
  waiting: 'warn',
  failed: 'bad',
}

/** Answers that were refused are not put right by themselves: whoever took them looks again. */
const mendNothing = async () => null

/** Campaigns on the phone of whoever goes from door to door: answered at the door, sent when there is a network. */
export function OwnSurveys({ owner }: { owner: string }) {
  const t = useTranslations('surveys.phone')
  const [kept, setKept] = useState<KeptSurveys>()
  const [isOld, setOld] = useState(false)
  const [said, setSaid] = useState(false)
  const refresh = useCallback(async () => {
    const fresh = await fetchSurveys()
    if (fresh) {
      setKept(fresh)
      setOld(false)
      await keep(owner, KEPT, fresh).catch(() => {})
      return
    }
    const before = await keptOf(owner, KEPT).catch(() => undefined)
    if (before) setKept(before.value as KeptSurveys)
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
      <OutboxBar outbox={outbox} signInHref="/sign-in?next=%2Fcaptain%2Fsurveys" />
      {isOld && <Alert>{kept ? t('fromPhone') : t('nothingKept')}</Alert>}
      {kept?.surveys.length === 0 && <EmptyState title={t('none')} why={t('noneWhy')} icon="list" />}
      <p role="status" className="empty:hidden">
        {said && t('kept')}
      </p>
      {kept?.surveys.map((survey) => (
        <Walk key={survey.id} survey={survey} outbox={outbox} onSaid={setSaid} />
      ))}
    </div>
  )
}

async function fetchSurveys(): Promise<KeptSurveys | null> {
  try {
    const answer = await fetch('/api/v1/own-surveys', {
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    })
    return answer.ok ? ((await answer.json()) as KeptSurveys) : null
  } catch {
    return null
  }
}

type WalkProps = { survey: KeptSurvey; outbox: Outbox; onSaid: (said: boolean) => void }

/** One campaign: its buildings with the doors that are left, or the form of the door that was chosen. */
function Walk({ survey, outbox, onSaid }: WalkProps) {
  const t = useTranslations('surveys.phone')
  const locale = useLocale()
  const [at, setAt] = useState<string | null>(null)
  const doors = shownDoors(survey, outbox.waiting ?? [])
  const chosen = doors.find(({ householdId }) => householdId === at)
  const name = locale === 'en' ? (survey.nameEn ?? survey.name) : survey.name
  const left = doors.filter(({ state }) => state === 'open').length
  return (
    <section aria-label={name} className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{name}</h2>
      {chosen ? (
        <DoorForm
          key={chosen.householdId}
          survey={survey}
          door={chosen}
          outbox={outbox}
          onLeave={(isKept) => {
            setAt(null)
            onSaid(isKept)
          }}
        />
      ) : (
        <>
          <p className="text-ink-soft">{t('left', { left, all: doors.length })}</p>
          {byBuilding(doors).map((building) => (
            <div key={building.id} className="flex flex-col gap-2">
              <h3 className="font-medium">{building.name}</h3>
              <ul className="flex flex-col gap-2">
                {building.doors.map((door) => (
                  <DoorRow
                    key={door.householdId}
                    door={door}
                    onOpen={() => {
                      onSaid(false)
                      setAt(door.householdId)
                    }}
                  />
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
    </section>
  )
}

function DoorRow({ door, onOpen }: { door: ShownDoor; onOpen: () => void }) {
  const t = useTranslations('surveys.phone')
  const mayOpen = door.state === 'open' || door.state === 'declined'
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-3 py-2">
      <span className="flex-1 text-base font-medium">{door.door}</span>
      <Badge tone={TONES[door.state]}>{t(`states.${door.state}`)}</Badge>
      {mayOpen && (
        <PlainButton
          type="button"
          aria-label={`${t('fillIn')}: ${door.building} ${door.door}`}
          onClick={onOpen}
        >
          {t('fillIn')}
        </PlainButton>
      )}
    </li>
  )
}
