import { useLocale, useTranslations } from 'next-intl'
import { labelOf, wordsOf } from '../../questions/rules'
import type { Question } from '../../questions/schema'

/** The questions of a form, each with its kind and what can be chosen. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  const t = useTranslations('surveys')
  const locale = useLocale()
  if (questions.length === 0) return <p className="text-ink-soft">{t('noQuestions')}</p>
  return (
    <ol className="flex list-decimal flex-col gap-2 ps-6">
      {questions.map((question) => (
        <li key={question.key}>
          <span className="font-medium">{wordsOf(question, locale)}</span>{' '}
          <span className="text-sm text-ink-soft">
            {t(`kinds.${question.kind}`)}
            {question.required && ` · ${t('answering.must')}`}
          </span>
          {question.options.length > 0 && (
            <span className="block text-sm text-ink-soft">
              {question.options.map((option) => labelOf(option, locale)).join(locale === 'en' ? ', ' : '、')}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
