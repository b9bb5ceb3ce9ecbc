'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { uuidv7 } from '@/core/identifier'
import { Alert } from '@/ui/alert'
import { errorLook, inputLook, labelLook } from '@/ui/field-look'
import type { Outbox } from '@/ui/outbox/use-outbox'
import { PhotoPicker } from '@/ui/photo-picker'
import { PlainButton } from '@/ui/plain-button'
import type { Kind, Mark } from '../../entries/schema'
import { Checklist, MarkChoice } from './checklist'
import type { BookBuilding } from './kept-book'

const MOST_PHOTOS = 6
const MUST_SAY: readonly Kind[] = ['opinion', 'meeting', 'other']

export type EntryFormProps = {
  building: BookBuilding
  kind: Kind
  householdId: string | undefined
  outbox: Outbox
  onClose: (written: boolean) => void
}

/** One entry: a checklist, a door or a few words; checked in the phone, since nobody answers without a network. */
export function EntryForm({ building, kind, householdId, outbox, onClose }: EntryFormProps) {
  const t = useTranslations('logbook')
  const points = kind === 'hygiene' || kind === 'safety' ? building.checklist[kind] : null
  const [marks, setMarks] = useState<Record<string, Mark>>({})
  const [unreported, setUnreported] = useState<readonly string[]>([])
  const [photos, setPhotos] = useState<readonly Uint8Array[]>([])
  const [words, setWords] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const markOf = (id: string): Mark => marks[id] ?? 'good'
  const bad = points?.filter(({ id }) => markOf(id) === 'bad') ?? []
  const isAllGood = points?.every(({ id }) => markOf(id) === 'good') ?? false
  const mustSay = MUST_SAY.includes(kind)

  const write = async (values: FormData) => {
    const door = String(values.get('householdId') ?? '')
    const found: Record<string, string> = {
      ...(mustSay && words.trim() === '' ? { words: t('phone.sayIt') } : {}),
      ...(kind === 'visit' && door === '' ? { householdId: t('phone.chooseDoor') } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const id = uuidv7()
    const isKept = await outbox.add({
      id,
      subject: id,
      url: '/api/v1/log-entries',
      photoUrl: '/api/v1/log-photos',
      label: { kind, place: `${building.compound} ${building.name}` },
      body: {
        id,
        buildingId: building.id,
        kind,
        ...(points
          ? {
              points: points.map((point) => ({
                checkpointId: point.id,
                mark: markOf(point.id),
                report: markOf(point.id) === 'bad' && point.reports && !unreported.includes(point.id),
              })),
            }
          : {}),
        ...(kind === 'visit' ? { householdId: door, mark: String(values.get('mark') ?? 'good') } : {}),
        ...(words.trim() ? { words: words.trim() } : {}),
      },
      photos,
    })
    setBusy(false)
    if (isKept) onClose(true)
    else setFaults({ form: t('phone.notKept') })
  }

  return (
    <form
      aria-label={t(`kinds.${kind}`)}
      noValidate
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void write(new FormData(event.currentTarget))
      }}
    >
      <h2 className="text-xl font-semibold">
        {t(`kinds.${kind}`)}
        <span className="block text-base font-normal text-ink-soft">
          {building.compound} {building.name}
        </span>
      </h2>
      {faults.form && (
        <Alert tone="bad" announce>
          {faults.form}
        </Alert>
      )}
      {points && (
        <Checklist
          points={points}
          markOf={markOf}
          onMark={(id, mark) => setMarks({ ...marks, [id]: mark })}
          unreported={unreported}
          onReport={(id, reports) =>
            setUnreported(reports ? unreported.filter((other) => other !== id) : [...unreported, id])
          }
        />
      )}
      {kind === 'visit' && (
        <DoorChoice building={building} householdId={householdId} fault={faults.householdId} />
      )}
      {kind === 'mediation' ? (
        <Alert>{t('phone.mediationHint')}</Alert>
      ) : (
        <Words value={words} onChange={setWords} mustSay={mustSay} fault={faults.words} />
      )}
      {kind !== 'visit' && kind !== 'mediation' && (
        <>
          {bad.length > 0 && photos.length === 0 && (
            <p className="text-sm text-warn">{t('phone.photoHint')}</p>
          )}
          <PhotoPicker label={t('phone.addPhoto')} most={MOST_PHOTOS} photos={photos} onChange={setPhotos} />
        </>
      )}
      <PlainButton kind="primary" size="wide" disabled={isBusy}>
        {t(isAllGood ? 'phone.markAll' : 'phone.keepIt')}
      </PlainButton>
      <PlainButton type="button" size="wide" onClick={() => onClose(false)}>
        {t('phone.cancel')}
      </PlainButton>
    </form>
  )
}

function Words({
  value,
  onChange,
  mustSay,
  fault,
}: {
  value: string
  onChange: (words: string) => void
  mustSay: boolean
  fault: string | undefined
}) {
  const t = useTranslations('logbook.phone')
  return (
    <>
      <label className="flex flex-col gap-1">
        <span className={labelLook}>{t(mustSay ? 'wordsNeeded' : 'words')}</span>
        <textarea
          name="words"
          rows={3}
          maxLength={1000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          className={inputLook}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'words-fault' : undefined}
        />
      </label>
      {fault && (
        <p id="words-fault" role="alert" className={errorLook}>
          {fault}
        </p>
      )}
    </>
  )
}

function DoorChoice({
  building,
  householdId,
  fault,
}: {
  building: BookBuilding
  householdId: string | undefined
  fault: string | undefined
}) {
  const t = useTranslations('logbook.phone')
  const due = new Set(building.visits.map((visit) => visit.householdId))
  const ordered = [
    ...building.visits.map((visit) => ({ id: visit.householdId, door: visit.door })),
    ...building.doors.filter(({ id }) => !due.has(id)),
  ]
  return (
    <>
      <label className="flex flex-col gap-1">
        <span className={labelLook}>{t('door')}</span>
        <select
          name="householdId"
          defaultValue={householdId ?? ''}
          className={inputLook}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'door-fault' : undefined}
        >
          <option value="">{t('chooseDoor')}</option>
          {ordered.map(({ id, door }) => (
            <option key={id} value={id}>
              {door}
            </option>
          ))}
        </select>
      </label>
      {fault && (
        <p id="door-fault" role="alert" className={errorLook}>
          {fault}
        </p>
      )}
      <MarkChoice name="mark" label={t('visitMark')} />
    </>
  )
}
