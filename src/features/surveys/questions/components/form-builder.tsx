'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Alert } from '@/ui/alert'
import { LinkButton } from '@/ui/link-button'
import { PlainButton } from '@/ui/plain-button'
import { send } from '@/ui/send'
import { moved, newQuestion, settled, without } from '../editing/rules'
import { MOST_QUESTIONS, type Question } from '../schema'
import { Preview } from './preview'
import { QuestionEditor } from './question-editor'

type Faults = Readonly<Record<string, string>>

/** What the server said of one question, by its fields. */
const faultsAt = (faults: Faults, index: number): Faults =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([path, words]) => {
      const [, at, field = 'text'] = path.split('.')
      return at === String(index) ? [[field, words]] : []
    }),
  )

/** Writes the questions of a campaign, with the form as households will see it beside them. */
export function FormBuilder({
  survey,
  given,
}: {
  survey: { id: string; version: number }
  given: readonly Question[]
}) {
  const t = useTranslations('surveys.builder')
  const router = useRouter()
  const [questions, setQuestions] = useState<Question[]>([...given])
  const [version, setVersion] = useState(survey.version)
  const [state, setState] = useState<'kept' | 'changed' | 'sending' | 'saved'>('kept')
  const [fault, setFault] = useState<string | null>(null)
  const [faults, setFaults] = useState<Faults>({})
  const sent = useRef<{ text: string; key: string }>(null)
  const href = `/office/surveys/${survey.id}`

  const put = (next: Question[]) => {
    setQuestions(next)
    setState('changed')
  }
  const save = async () => {
    setState('sending')
    const answer = await send(`/api/v1/surveys/${survey.id}/questions`, 'POST', { questions, version }, sent)
    if (answer.ok) {
      setVersion((answer.value as { version: number }).version)
      setFault(null)
      setFaults({})
      setState('saved')
      router.refresh()
      return
    }
    setState('changed')
    setFaults(answer.fields)
    const [first] = Object.entries(answer.fields)
    const place = Number(first?.[0].split('.')[1]) + 1
    setFault(
      first && place > 0 ? t('fault', { place, words: first[1] }) : (answer.message ?? String(answer.status)),
    )
  }

  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        {fault && (
          <Alert tone="bad" announce>
            {fault}
          </Alert>
        )}
        {questions.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
        {questions.map((question, index) => (
          <QuestionEditor
            key={question.key}
            question={question}
            place={index + 1}
            earlier={questions.slice(0, index)}
            faults={faultsAt(faults, index)}
            onChange={(changed) =>
              put(settled(questions.map((one) => (one.key === question.key ? changed : one))))
            }
            onRemove={() => put(without(questions, question.key))}
            onMove={(by) => put(moved(questions, question.key, by))}
          />
        ))}
        <div className="flex flex-wrap items-center gap-2">
          {questions.length < MOST_QUESTIONS && (
            <PlainButton
              type="button"
              icon="plus"
              onClick={() =>
                put([
                  ...questions,
                  newQuestion(questions, t('newQuestion'), (place) => t('newOption', { place })),
                ])
              }
            >
              {t('addQuestion')}
            </PlainButton>
          )}
          <PlainButton
            type="button"
            kind="primary"
            disabled={state === 'sending'}
            onClick={() => void save()}
          >
            {t('save')}
          </PlainButton>
          <LinkButton href={href as Route}>{t('back')}</LinkButton>
          <p role="status" className="text-sm text-ink-soft">
            {state === 'saved' && t('saved')}
            {state === 'changed' && t('unsaved')}
          </p>
        </div>
      </div>
      <Preview questions={questions} />
    </div>
  )
}
