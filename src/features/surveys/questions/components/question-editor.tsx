'use client'

import { useTranslations } from 'next-intl'
import { PlainButton } from '@/ui/plain-button'
import { PlainCheckbox, PlainField, PlainSelect } from '@/ui/plain-field'
import { ofKind, withNewOption } from '../editing/rules'
import { wordsOf } from '../rules'
import {
  answersToAwait,
  MOST_OPTIONS,
  type Option,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
} from '../schema'

type Props = {
  question: Question
  place: number
  earlier: readonly Question[]
  /** What the server said of it, by the question's fields. */
  faults: Readonly<Record<string, string>>
  onChange: (question: Question) => void
  onRemove: () => void
  onMove: (by: -1 | 1) => void
}

/** One question as its writer sees it. */
export function QuestionEditor({ question, place, earlier, faults, onChange, onRemove, onMove }: Props) {
  const t = useTranslations('surveys.builder')
  const kinds = useTranslations('surveys.kinds')
  const { kind } = question
  const change = (parts: Partial<Question>) => onChange({ ...question, ...parts })
  const name = t('question', { place })
  return (
    <section aria-label={name} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="me-auto font-semibold">{name}</h2>
        <PlainButton
          type="button"
          size="small"
          kind="quiet"
          aria-label={`${t('up')}: ${name}`}
          onClick={() => onMove(-1)}
        >
          {t('up')}
        </PlainButton>
        <PlainButton
          type="button"
          size="small"
          kind="quiet"
          aria-label={`${t('down')}: ${name}`}
          onClick={() => onMove(1)}
        >
          {t('down')}
        </PlainButton>
        <PlainButton
          type="button"
          size="small"
          kind="quiet"
          aria-label={`${t('remove')}: ${name}`}
          onClick={onRemove}
        >
          {t('remove')}
        </PlainButton>
      </div>
      <PlainField
        name="text"
        label={t('text')}
        value={question.text}
        maxLength={300}
        error={faults.text ?? faults.key}
        onChange={({ target }) => change({ text: target.value })}
      />
      <PlainField
        name="textEn"
        label={t('textEn')}
        value={question.textEn ?? ''}
        maxLength={600}
        error={faults.textEn}
        onChange={({ target }) => change({ textEn: target.value || null })}
      />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <PlainSelect
          name="kind"
          label={t('kind')}
          value={kind}
          options={QUESTION_KINDS.map((value) => ({ value, label: kinds(value) }))}
          onChange={({ target }) =>
            onChange(ofKind(question, target.value as QuestionKind, (at) => t('newOption', { place: at })))
          }
        />
        <Limits question={question} faults={faults} change={change} />
      </div>
      <PlainCheckbox
        name="required"
        label={t('required')}
        checked={question.required}
        onChange={({ target }) => change({ required: target.checked })}
      />
      {question.rows.length > 0 && (
        <OptionList
          kind="row"
          options={question.rows}
          error={faults.rows}
          onChange={(rows) => change({ rows })}
        />
      )}
      {question.options.length > 0 && (
        <OptionList
          kind="option"
          options={question.options}
          error={faults.options}
          onChange={(options) => change({ options })}
        />
      )}
      <Condition question={question} earlier={earlier} error={faults.showIf} change={change} />
    </section>
  )
}

const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Math.trunc(Number(text)))

type Change = (parts: Partial<Question>) => void

function Limits({ question, faults, change }: Pick<Props, 'question' | 'faults'> & { change: Change }) {
  const t = useTranslations('surveys.builder')
  const { kind, most, min, max } = question
  const number = (name: 'most' | 'min' | 'max', label: string, value: number | null) => (
    <PlainField
      name={name}
      type="number"
      label={label}
      value={value ?? ''}
      error={faults[name]}
      onChange={({ target }) => change({ [name]: numberOrNull(target.value) })}
    />
  )
  if (kind === 'multiple') return number('most', t('most'), most)
  if (kind === 'ranking') return number('most', t('mostRank'), most)
  if (kind !== 'scale' && kind !== 'number') return null
  return (
    <div className="grid grid-cols-2 gap-3">
      {number('min', t('min'), min)}
      {number('max', t('max'), max)}
    </div>
  )
}

type OptionListProps = {
  kind: 'option' | 'row'
  options: readonly Option[]
  error: string | undefined
  onChange: (options: Option[]) => void
}

function OptionList({ kind, options, error, onChange }: OptionListProps) {
  const t = useTranslations('surveys.builder')
  const put = (index: number, parts: Partial<Option>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...parts } : option)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="text-sm font-medium">{t(kind === 'row' ? 'rows' : 'options')}</legend>
      {options.map((option, index) => {
        const place = index + 1
        return (
          <div key={option.code} className="grid grid-cols-1 items-end gap-2 sm:grid-cols-[1fr_1fr_auto]">
            <PlainField
              name={`${kind}-${place}`}
              label={t(kind, { place })}
              value={option.label}
              maxLength={100}
              onChange={({ target }) => put(index, { label: target.value })}
            />
            <PlainField
              name={`${kind}En-${place}`}
              label={t(`${kind}En`, { place })}
              value={option.labelEn ?? ''}
              maxLength={200}
              onChange={({ target }) => put(index, { labelEn: target.value || null })}
            />
            <PlainButton
              type="button"
              kind="quiet"
              aria-label={t('removeOption', { label: option.label || t(kind, { place }) })}
              onClick={() => onChange(options.filter((_, at) => at !== index))}
            >
              {t('remove')}
            </PlainButton>
          </div>
        )
      })}
      {error && <p className="text-sm font-medium text-bad">{error}</p>}
      {options.length < MOST_OPTIONS && (
        <div>
          <PlainButton
            type="button"
            size="small"
            icon="plus"
            onClick={() => onChange(withNewOption(options, t('newOption', { place: options.length + 1 })))}
          >
            {t(kind === 'row' ? 'addRow' : 'addOption')}
          </PlainButton>
        </div>
      )}
    </fieldset>
  )
}

type ConditionProps = {
  question: Question
  earlier: readonly Question[]
  error: string | undefined
  change: Change
}

function Condition({ question, earlier, error, change }: ConditionProps) {
  const t = useTranslations('surveys.builder')
  const { showIf } = question
  const awaitable = earlier.flatMap((asked, index) => {
    const possible = answersToAwait(asked)
    return possible ? [{ asked, place: index + 1, possible }] : []
  })
  if (awaitable.length === 0) return null
  const chosen = awaitable.find(({ asked }) => asked.key === showIf?.question)
  return (
    <div className="flex flex-col gap-2">
      <PlainSelect
        name="showIf"
        label={t('showIf')}
        value={showIf?.question ?? ''}
        placeholder={t('always')}
        error={error}
        options={awaitable.map(({ asked, place }) => ({
          value: asked.key,
          label: t('ifAnswered', { place }),
        }))}
        onChange={({ target }) => {
          const next = awaitable.find(({ asked }) => asked.key === target.value)
          change({ showIf: next ? { question: next.asked.key, is: next.possible.slice(0, 1) } : null })
        }}
      />
      {showIf && chosen && (
        <fieldset className="flex min-w-0 flex-wrap gap-x-4">
          <legend className="text-sm text-ink-soft">{wordsOf(chosen.asked, 'zh-CN')}</legend>
          {chosen.possible.map((code) => (
            <PlainCheckbox
              key={code}
              name={`is-${code}`}
              label={chosen.asked.options.find((option) => option.code === code)?.label ?? code}
              checked={showIf.is.includes(code)}
              onChange={({ target }) => {
                const is = chosen.possible.filter((one) =>
                  one === code ? target.checked : showIf.is.includes(one),
                )
                if (is.length > 0) change({ showIf: { ...showIf, is } })
              }}
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}
