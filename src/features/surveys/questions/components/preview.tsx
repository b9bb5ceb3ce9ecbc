'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PlainButton } from '@/ui/plain-button'
import { PlainRadios } from '@/ui/plain-field'
import { type Fault, faultsOf } from '../rules'
import type { Question } from '../schema'
import { answersIn } from '../sent/rules'
import { QuestionFields } from './question-fields'

/** The form as a household sees it, to be tried out; nothing of it is kept. */
export function Preview({ questions }: { questions: readonly Question[] }) {
  const t = useTranslations('surveys.builder')
  const [locale, setLocale] = useState('zh-CN')
  const [faults, setFaults] = useState<Record<string, Fault> | null>(null)
  return (
    <section
      aria-label={t('preview')}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 lg:sticky lg:top-20 lg:max-h-[80vh] lg:overflow-y-auto"
    >
      <h2 className="text-lg font-semibold">{t('preview')}</h2>
      <p className="text-sm text-ink-soft">{t('previewLead')}</p>
      <div onChange={({ target }) => setLocale((target as HTMLInputElement).value)}>
        <PlainRadios
          legend={t('previewLanguage')}
          name="preview-language"
          defaultValue="zh-CN"
          options={[
            { value: 'zh-CN', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
        />
      </div>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const read = answersIn(questions, new FormData(event.currentTarget))
          setFaults({ ...faultsOf(questions, read.answers, true), ...read.faults })
        }}
      >
        <QuestionFields questions={questions} locale={locale} faults={faults ?? {}} />
        <p role="status" className="text-sm text-good empty:hidden">
          {faults && Object.keys(faults).length === 0 && t('checked')}
        </p>
        {questions.length > 0 && (
          <div>
            <PlainButton>{t('check')}</PlainButton>
          </div>
        )}
      </form>
    </section>
  )
}
