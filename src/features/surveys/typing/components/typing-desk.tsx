'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Alert } from '@/ui/alert'
import { PlainButton } from '@/ui/plain-button'
import { PlainField } from '@/ui/plain-field'
import { send } from '@/ui/send'
import { askedQuestions, type Fault, faultsOf, labelOf, stepsOf, wordsOf } from '../../questions/rules'
import type { Answers, Question } from '../../questions/schema'
import { typedAnswer, writtenAnswer } from '../rules'

type Sheet = {
  number: string
  isReturned: boolean
  place: string
  answers: Answers
  formNumber: number
  questions: Question[]
}

/** Paper typed in by keyboard alone: the number, an entry for each question, Enter from one to the next, and the next sheet. */
export function TypingDesk({ surveyId }: { surveyId: string }) {
  const t = useTranslations('surveys.typing')
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [done, setDone] = useState<string[]>([])
  const number = useRef<HTMLDivElement>(null)
  const toNumber = () => number.current?.querySelector('input')?.focus()

  const open = async (wanted: string) => {
    const address = `/api/v1/surveys/${surveyId}/typed-answers?number=${encodeURIComponent(wanted)}`
    const answer = await fetch(address, { cache: 'no-store' }).catch(() => null)
    if (!answer?.ok) {
      setSheet(null)
      return setFault(answer?.status === 404 ? t('noSheet', { number: wanted }) : t('unreachable'))
    }
    const found = (await answer.json()) as Sheet
    setFault(found.isReturned ? t('already', { number: found.number }) : null)
    setSheet(found.isReturned ? null : found)
  }

  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <form
        noValidate
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const wanted = String(new FormData(event.currentTarget).get('number') ?? '').trim()
          if (wanted) void open(/^\d{1,4}$/.test(wanted) ? wanted.padStart(5, '0') : wanted)
        }}
      >
        <div ref={number} className="min-w-40 flex-1">
          <PlainField
            name="number"
            label={t('number')}
            description={t('numberHint')}
            autoComplete="off"
            maxLength={20}
          />
        </div>
        <PlainButton>{t('open')}</PlainButton>
      </form>
      {fault && (
        <Alert tone="bad" announce>
          {fault}
        </Alert>
      )}
      {sheet && (
        <SheetForm
          key={sheet.number}
          surveyId={surveyId}
          sheet={sheet}
          onKept={() => {
            setDone((before) => [sheet.number, ...before])
            setSheet(null)
            const field = number.current?.querySelector('input')
            if (field) field.value = ''
            toNumber()
          }}
        />
      )}
      <p role="status" className="text-sm text-ink-soft">
        {done.length > 0 && t('done', { count: done.length, number: done[0] ?? '' })}
      </p>
    </div>
  )
}

type SheetFormProps = { surveyId: string; sheet: Sheet; onKept: () => void }

function SheetForm({ surveyId, sheet, onKept }: SheetFormProps) {
  const t = useTranslations('surveys.typing')
  const faultWords = useTranslations('surveys.answering.faults')
  const { questions } = sheet
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(questions.map((one) => [one.key, writtenAnswer(one, sheet.answers[one.key])])),
  )
  const [faults, setFaults] = useState<Record<string, Fault>>({})
  const [refused, setRefused] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef<{ text: string; key: string }>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const read = () => {
    const answers: Answers = {}
    const wrong: Record<string, Fault> = {}
    for (const question of questions) {
      const typed = typedAnswer(question, texts[question.key] ?? '')
      if ('fault' in typed) wrong[question.key] = typed.fault
      else if (typed.answer !== null) answers[question.key] = typed.answer
    }
    return { answers, wrong }
  }
  const asked = askedQuestions(questions, read().answers)
  const keep = async (isDone: boolean) => {
    const { answers, wrong } = read()
    const own = Object.fromEntries(
      Object.entries(answers).filter(([key]) => asked.some((question) => question.key === key)),
    )
    const found = { ...faultsOf(questions, own, isDone), ...wrong }
    setFaults(found)
    const [first] = asked.filter(({ key }) => found[key])
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name="${first.key}"]`)?.focus()
    const answer = await send(
      `/api/v1/surveys/${surveyId}/typed-answers`,
      'POST',
      { number: sheet.number, answers: own, isDone },
      sent,
    )
    if (answer.ok) onKept()
    else setRefused(answer.message ?? t('unreachable'))
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label={t('sheet', { number: sheet.number })}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void keep(true)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        // Enter goes from entry to entry; only from the last one it hands in.
        const inputs = [...(form.current?.querySelectorAll('input') ?? [])]
        const next = inputs[inputs.indexOf(event.target) + 1]
        if (!next) return
        event.preventDefault()
        next.focus()
      }}
    >
      <p className="text-sm text-ink-soft">
        {sheet.place} · {t('form', { number: sheet.formNumber })}
      </p>
      {refused && (
        <Alert tone="bad" announce>
          {refused}
        </Alert>
      )}
      {asked.map((question) => (
        <Entry
          key={question.key}
          question={question}
          place={questions.indexOf(question) + 1}
          value={texts[question.key] ?? ''}
          error={faults[question.key] && faultWords(faults[question.key] as Fault)}
          onChange={(text) => setTexts((before) => ({ ...before, [question.key]: text }))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <PlainButton kind="primary">{t('keep')}</PlainButton>
        <PlainButton type="button" onClick={() => void keep(false)}>
          {t('keepPart')}
        </PlainButton>
      </div>
    </form>
  )
}

type EntryProps = {
  question: Question
  place: number
  value: string
  error: string | undefined
  onChange: (text: string) => void
}

function Entry({ question, place, value, error, onChange }: EntryProps) {
  const t = useTranslations('surveys.typing')
  const locale = useLocale()
  const { key, kind, options, rows } = question
  const numbered = (list: Question['options']) =>
    list.map((option, index) => `${index + 1} ${labelOf(option, locale)}`).join('　')
  const hint = {
    single: numbered(options),
    multiple: numbered(options),
    ranking: `${t('inOrder')} ${numbered(options)}`,
    matrix: `${t('perRow', { rows: rows.map((row) => labelOf(row, locale)).join('、') })} ${numbered(options)}`,
    scale: stepsOf(question).join(' '),
    number: '',
    text: '',
  }[kind]
  return (
    <PlainField
      name={key}
      label={`${place}. ${wordsOf(question, locale)}`}
      description={hint || undefined}
      value={value}
      error={error}
      maxLength={kind === 'text' ? 2_000 : 200}
      autoComplete="off"
      inputMode={kind === 'text' ? 'text' : 'numeric'}
      // What was kept before is written over, not added to.
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
