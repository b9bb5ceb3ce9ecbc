'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { uuidv7 } from '@/core/identifier'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { Alert } from '@/ui/alert'
import { errorLook, inputLook, labelLook } from '@/ui/field-look'
import type { Outbox } from '@/ui/outbox/use-outbox'
import { PlainButton } from '@/ui/plain-button'
import { PlainField, PlainSelect, PlainTextArea } from '@/ui/plain-field'
import { MOST_PROMISES } from '../schema'
import { type KeptBuilding, VISITS } from './kept-visits'

type Faults = Partial<Record<'buildingId' | 'topics' | 'promises' | 'form', string>>
type Promised = { words: string; dueOn: string }

/** One visit, checked in the phone, since nobody answers without a network. */
export function VisitForm({
  buildings,
  outbox,
  onKept,
}: {
  buildings: readonly KeptBuilding[]
  outbox: Outbox
  onKept: () => void
}) {
  const t = useTranslations('household-visits.phone')
  const demands = useTranslations('demands')
  const [buildingId, setBuildingId] = useState(buildings.length === 1 ? (buildings[0]?.id ?? '') : '')
  const [rows, setRows] = useState(1)
  const [faults, setFaults] = useState<Faults>({})
  const building = buildings.find(({ id }) => id === buildingId)

  const write = async (values: FormData) => {
    const topics = values.getAll('topics').map(String)
    const promises = promisesOf(values, rows)
    const found: Faults = {
      ...(building ? {} : { buildingId: t('sayBuilding') }),
      ...(topics.length === 0 ? { topics: t('sayTopic') } : {}),
      ...(promises.some(({ words, dueOn }) => !words || !dueOn) ? { promises: t('sayDue') } : {}),
    }
    setFaults(found)
    if (!building || Object.keys(found).length > 0) return
    const householdId = String(values.get('householdId') ?? '') || null
    const id = uuidv7()
    const door = building.doors.find((one) => one.id === householdId)?.door
    const isKept = await outbox.add({
      id,
      subject: id,
      url: VISITS,
      photoUrl: '',
      label: {
        kind: 'household-visit',
        place: [building.compound, building.name, door].filter(Boolean).join(' '),
      },
      body: {
        id,
        buildingId: building.id,
        householdId,
        topics,
        words: String(values.get('words') ?? '').trim() || null,
        promises,
      },
      photos: [],
    })
    if (isKept) onKept()
    else setFaults({ form: t('notKept') })
  }

  return (
    <form
      aria-label={t('title')}
      noValidate
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void write(new FormData(event.currentTarget))
      }}
    >
      {faults.form && (
        <Alert tone="bad" announce>
          {faults.form}
        </Alert>
      )}
      <PlainSelect
        name="buildingId"
        label={t('building')}
        placeholder={t('chooseBuilding')}
        value={buildingId}
        onChange={({ target }) => setBuildingId(target.value)}
        options={buildings.map(({ id, compound, name }) => ({ value: id, label: `${compound} ${name}` }))}
        error={faults.buildingId}
      />
      {building && building.doors.length > 0 && (
        <PlainSelect
          key={building.id}
          name="householdId"
          label={t('door')}
          placeholder={t('wholeBuilding')}
          defaultValue=""
          options={building.doors.map(({ id, door }) => ({ value: id, label: door }))}
        />
      )}
      <fieldset>
        <legend className={`${labelLook} mb-1`}>{t('topics')}</legend>
        <div className="grid grid-cols-2 gap-x-3">
          {SERVICE_CATEGORIES.map((topic) => (
            <label key={topic} className="flex min-h-control cursor-pointer items-center gap-2 text-base">
              <input type="checkbox" name="topics" value={topic} className="size-5" />
              {demands(`categories.${topic}`)}
            </label>
          ))}
        </div>
        {faults.topics && (
          <p role="alert" className={errorLook}>
            {faults.topics}
          </p>
        )}
      </fieldset>
      <PlainTextArea name="words" label={t('words')} rows={3} maxLength={1000} />
      {Array.from({ length: rows }, (_, place) => (
        <div key={place} className="flex flex-col gap-2 border-s-2 border-line ps-3">
          <PlainField
            name={`words${place}`}
            label={rows > 1 ? `${t('promise')} ${place + 1}` : t('promise')}
            maxLength={200}
            autoComplete="off"
          />
          <label className="flex flex-col gap-1">
            <span className={labelLook}>{rows > 1 ? `${t('dueOn')} ${place + 1}` : t('dueOn')}</span>
            <input type="date" name={`dueOn${place}`} className={inputLook} />
          </label>
        </div>
      ))}
      {faults.promises && (
        <p role="alert" className={errorLook}>
          {faults.promises}
        </p>
      )}
      {rows < MOST_PROMISES && (
        <PlainButton type="button" icon="plus" onClick={() => setRows(rows + 1)}>
          {t('addPromise')}
        </PlainButton>
      )}
      <PlainButton kind="primary" size="wide">
        {t('keep')}
      </PlainButton>
    </form>
  )
}

/** The promises of which anything was written: half a promise is a fault that is shown, an empty line is none. */
const promisesOf = (values: FormData, rows: number): Promised[] =>
  Array.from({ length: rows }, (_, place) => ({
    words: String(values.get(`words${place}`) ?? '').trim(),
    dueOn: String(values.get(`dueOn${place}`) ?? ''),
  })).filter(({ words, dueOn }) => words || dueOn)
