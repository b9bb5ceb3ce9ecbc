'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import type { Outbox } from '@/ui/outbox/use-outbox'
import { PlainButton } from '@/ui/plain-button'
import { QuestionFields } from '../../questions/components/question-fields'
import { countedAnswers, type Fault, faultsOf } from '../../questions/rules'
import { answersIn } from '../../questions/sent/rules'
import { answersUrl, type KeptSurvey, refusalUrl, type ShownDoor, subjectOf } from './kept-surveys'

/** What one household says, checked in the phone, since nobody answers without a network. */
export function DoorForm({
  survey,
  door,
  outbox,
  onLeave,
}: {
  survey: KeptSurvey
  door: ShownDoor
  outbox: Outbox
  onLeave: (kept: boolean) => void
}) {
  const t = useTranslations('surveys.phone')
  const locale = useLocale()
  const [faults, setFaults] = useState<Record<string, Fault>>({})
  const [isLost, setLost] = useState(false)
  const questions = survey.forms.find(({ id }) => id === door.formId)?.questions ?? []
  const place = `${door.building} ${door.door}`

  const add = async (url: string, kind: string, body: Record<string, unknown>) => {
    const isKept = await outbox.add({
      subject: subjectOf(survey.id, door.householdId),
      url,
      photoUrl: '',
      label: { kind, place },
      body: { householdId: door.householdId, ...body },
      photos: [],
    })
    setLost(!isKept)
    if (isKept) onLeave(true)
  }
  const keep = (form: HTMLFormElement, isDone: boolean) => {
    const read = answersIn(questions, new FormData(form))
    const found = { ...faultsOf(questions, read.answers, isDone), ...read.faults }
    setFaults(found)
    const [first] = questions.filter(({ key }) => found[key])
    if (first) {
      document.querySelector(`[data-field="q-${first.key}"]`)?.scrollIntoView({ block: 'center' })
      return
    }
    const answers = countedAnswers(questions, read.answers)
    void add(answersUrl(survey.id), 'survey-answers', { formId: door.formId, answers, isDone })
  }

  return (
    <form
      aria-label={place}
      noValidate
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        keep(event.currentTarget, true)
      }}
    >
      <h2 className="text-lg font-semibold">{place}</h2>
      {isLost && (
        <Alert tone="bad" announce>
          {t('notKept')}
        </Alert>
      )}
      {Object.keys(faults).length > 0 && (
        <Alert tone="bad" announce>
          {t('mend')}
        </Alert>
      )}
      <QuestionFields questions={questions} locale={locale} faults={faults} />
      <PlainButton kind="primary" size="wide">
        {t('keep')}
      </PlainButton>
      <PlainButton
        type="button"
        size="wide"
        onClick={({ currentTarget }) => {
          if (currentTarget.form) keep(currentTarget.form, false)
        }}
      >
        {t('keepPart')}
      </PlainButton>
      <PlainButton
        type="button"
        size="wide"
        onClick={() => void add(refusalUrl(survey.id), 'survey-refusal', {})}
      >
        {t('declines')}
      </PlainButton>
      <PlainButton type="button" kind="quiet" size="wide" onClick={() => onLeave(false)}>
        {t('back')}
      </PlainButton>
    </form>
  )
}
