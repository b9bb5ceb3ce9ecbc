'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { boxLook, descriptionLook, errorLook, labelLook } from '@/ui/field-look'
import { PlainField, PlainSelect, PlainTextArea } from '@/ui/plain-field'
import { askedQuestions, type Fault, labelOf, stepsOf, wordsOf } from '../rules'
import type { Answers, Question } from '../schema'
import { answersIn, fieldOf } from '../sent/rules'

export type QuestionFieldsProps = {
  questions: readonly Question[]
  locale: string
  faults: Readonly<Record<string, Fault>>
}

/** The questions of a form as they are asked: what hangs on an answer appears with it. The form around it holds the answers as fields. */
export function QuestionFields({ questions, locale, faults }: QuestionFieldsProps) {
  const [answers, setAnswers] = useState<Answers>({})
  const asked = new Set(askedQuestions(questions, answers).map(({ key }) => key))
  return (
    <div
      className="flex flex-col gap-5"
      onChange={({ currentTarget }) => {
        const form = currentTarget.closest('form')
        if (form) setAnswers(answersIn(questions, new FormData(form)).answers)
      }}
    >
      {questions.map((question, place) =>
        asked.has(question.key) ? (
          <QuestionField
            key={question.key}
            question={question}
            place={place + 1}
            locale={locale}
            fault={faults[question.key]}
          />
        ) : null,
      )}
    </div>
  )
}

type FieldProps = { question: Question; place: number; locale: string; fault: Fault | undefined }

function QuestionField({ question, place, locale, fault }: FieldProps) {
  const t = useTranslations('surveys.answering')
  const { key, kind, required } = question
  const title = `${place}. ${wordsOf(question, locale)}`
  const hint = useHint(question)
  const error = fault && t(`faults.${fault}`)
  const plain = {
    name: fieldOf(key),
    label: title,
    description: hint,
    error,
    requiredLabel: required ? t('must') : undefined,
  }
  if (kind === 'text') return <PlainTextArea {...plain} maxLength={2_000} />
  if (kind === 'number')
    return <PlainField {...plain} inputMode="decimal" maxLength={20} autoComplete="off" />
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" data-field={plain.name}>
      <legend className={labelLook}>
        {title}
        {required && <span className="ms-1.5 text-xs font-normal text-accent">{t('must')}</span>}
      </legend>
      {hint && <p className={descriptionLook}>{hint}</p>}
      <Choices question={question} locale={locale} />
      {error && <p className={errorLook}>{error}</p>}
    </fieldset>
  )
}

function useHint({ kind, most, min, max, options }: Question): string | undefined {
  const t = useTranslations('surveys.answering')
  if (kind === 'multiple') return most === null ? t('several') : t('atMost', { most })
  if (kind === 'ranking') return t('rank', { most: most ?? options.length })
  return kind === 'number' && min !== null && max !== null ? t('between', { min, max }) : undefined
}

const rowLook = 'flex min-h-control cursor-pointer items-center gap-2.5 text-base'

function Pick({ type, name, value, label }: { type: string; name: string; value: string; label: string }) {
  return (
    <label className={rowLook}>
      <input type={type} name={name} value={value} className={`${boxLook} accent-link`} />
      <span>{label}</span>
    </label>
  )
}

function Choices({ question, locale }: { question: Question; locale: string }) {
  const t = useTranslations('surveys.answering')
  const { key, kind, options, rows, most } = question
  if (kind === 'scale')
    return (
      <div className="flex flex-wrap gap-x-4">
        {stepsOf(question).map((step) => (
          <Pick key={step} type="radio" name={fieldOf(key)} value={String(step)} label={String(step)} />
        ))}
      </div>
    )
  if (kind === 'ranking') {
    const places = Array.from({ length: most ?? options.length }, (_, place) => ({
      value: String(place + 1),
      label: t('placeIs', { place: place + 1 }),
    }))
    return options.map((option, index) => (
      <PlainSelect
        key={option.code}
        name={fieldOf(key, index)}
        label={labelOf(option, locale)}
        placeholder={t('noPlace')}
        options={places}
      />
    ))
  }
  if (kind === 'matrix')
    return rows.map((row, index) => (
      <fieldset key={row.code} className="flex min-w-0 flex-col">
        <legend className="text-sm text-ink-soft">{labelOf(row, locale)}</legend>
        <div className="flex flex-wrap gap-x-4">
          {options.map((option) => (
            <Pick
              key={option.code}
              type="radio"
              name={fieldOf(key, index)}
              value={option.code}
              label={labelOf(option, locale)}
            />
          ))}
        </div>
      </fieldset>
    ))
  return options.map((option) => (
    <Pick
      key={option.code}
      type={kind === 'multiple' ? 'checkbox' : 'radio'}
      name={fieldOf(key)}
      value={option.code}
      label={labelOf(option, locale)}
    />
  ))
}
