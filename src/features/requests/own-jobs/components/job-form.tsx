'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { addDays, dayOf, instantAt } from '@/core/instants'
import { Alert } from '@/ui/alert'
import { errorLook, inputLook, labelLook } from '@/ui/field-look'
import type { Outbox } from '@/ui/outbox/use-outbox'
import { PhotoPicker } from '@/ui/photo-picker'
import { PlainButton } from '@/ui/plain-button'
import { type Move, transitionOf } from '../../life/rules'
import type { PhoneJob } from './pending'

const PHOTO_MOVES: readonly Move[] = ['finish', 'pass', 'send-back']
const OUTCOMES = ['solved', 'not_solvable', 'not_ours'] as const
const MOST_PHOTOS = 6

/** What a step asks for, checked in the phone, since nobody answers without a network. */
export function JobForm({
  job,
  move,
  outbox,
  onClose,
}: {
  job: PhoneJob
  move: Move
  outbox: Outbox
  onClose: () => void
}) {
  const t = useTranslations('ownJobs')
  const { needs = [], isPublic } = transitionOf(move)
  const mustSay = needs.includes('reason') || needs.includes('result')
  const [photos, setPhotos] = useState<readonly Uint8Array[]>([])
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const wordsId = useId()
  const keepIt = async (values: FormData) => {
    const words = String(values.get('words') ?? '').trim()
    const found: Record<string, string> = {
      ...(mustSay && words === '' ? { words: t('sayIt') } : {}),
      ...(needs.includes('photo') && photos.length === 0 ? { photos: t('photoNeeded') } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const isKept = await outbox.add({
      subject: job.id,
      url: `/api/v1/requests/${job.id}/moves`,
      photoUrl: '/api/v1/request-photos',
      label: { kind: move, place: [job.compound, job.building?.name].filter(Boolean).join(' ') },
      body: {
        move,
        version: job.version,
        ...(words ? { words } : {}),
        ...(needs.includes('result') ? { outcome: values.get('outcome') } : {}),
        ...(needs.includes('until') ? { until: untilOf(String(values.get('until'))).toISOString() } : {}),
      },
      photos,
    })
    setBusy(false)
    if (isKept) onClose()
    else setFaults({ form: t('notKept') })
  }
  return (
    <form
      aria-label={t(`moves.${move}`)}
      noValidate
      className="flex flex-col gap-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void keepIt(new FormData(event.currentTarget))
      }}
    >
      {faults.form && (
        <Alert tone="bad" announce>
          {faults.form}
        </Alert>
      )}
      {needs.includes('result') && (
        <Choice name="outcome" label={t('outcome')} of={OUTCOMES} words="outcomes" />
      )}
      {needs.includes('until') && <Choice name="until" label={t('until')} of={PAUSES} words="pauses" />}
      <label htmlFor={wordsId} className={labelLook}>
        {t(mustSay ? 'words' : 'remark')}
        <span className="block font-normal text-ink-soft">{t(isPublic ? 'publicHint' : 'staffHint')}</span>
      </label>
      <textarea
        id={wordsId}
        name="words"
        rows={3}
        maxLength={1000}
        className={inputLook}
        aria-invalid={faults.words ? true : undefined}
        aria-describedby={faults.words ? `${wordsId}-fault` : undefined}
      />
      {faults.words && (
        <p id={`${wordsId}-fault`} role="alert" className={errorLook}>
          {faults.words}
        </p>
      )}
      {PHOTO_MOVES.includes(move) && (
        <PhotoPicker
          label={t('addPhoto')}
          most={MOST_PHOTOS}
          photos={photos}
          onChange={setPhotos}
          error={faults.photos}
        />
      )}
      <PlainButton kind="primary" size="wide" disabled={isBusy}>
        {t('confirm', { step: t(`moves.${move}`) })}
      </PlainButton>
      <PlainButton type="button" size="wide" onClick={onClose}>
        {t('cancel')}
      </PlainButton>
    </form>
  )
}

const PAUSES = ['two-hours', 'tomorrow', 'three-days', 'week'] as const
const MORNING_MINUTES = 8 * 60

/** The end of a pause as people say it; mornings are eight o'clock of the street's own day. */
function untilOf(chosen: string): Date {
  const now = new Date()
  if (chosen === 'two-hours') return new Date(now.getTime() + 7_200_000)
  const days = chosen === 'week' ? 7 : chosen === 'three-days' ? 3 : 1
  return instantAt(addDays(dayOf(now), days), MORNING_MINUTES)
}

function Choice({
  name,
  label,
  of,
  words,
}: {
  name: string
  label: string
  of: readonly string[]
  words: 'outcomes' | 'pauses'
}) {
  const t = useTranslations('ownJobs')
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={labelLook}>{label}</legend>
      {of.map((value, place) => (
        <label key={value} className="flex min-h-control items-center gap-3 text-base">
          <input type="radio" name={name} value={value} defaultChecked={place === 0} className="size-5" />
          {t(`${words}.${value}`)}
        </label>
      ))}
    </fieldset>
  )
}
