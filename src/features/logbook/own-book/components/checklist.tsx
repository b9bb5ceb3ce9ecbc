'use client'

import { useLocale, useTranslations } from 'next-intl'
import { labelLook } from '@/ui/field-look'
import { MARKS, type Mark } from '../../entries/schema'
import type { Point } from './kept-book'

const LOOK: Record<Mark, string> = {
  good: 'has-checked:border-good has-checked:bg-good-soft',
  fair: 'has-checked:border-warn has-checked:bg-warn-soft',
  bad: 'has-checked:border-bad has-checked:bg-bad-soft',
}

/** A round's points, all good until one is marked otherwise; a bad one is reported in the same step. */
export function Checklist({
  points,
  markOf,
  onMark,
  unreported,
  onReport,
}: {
  points: readonly Point[]
  markOf: (id: string) => Mark
  onMark: (id: string, mark: Mark) => void
  unreported: readonly string[]
  onReport: (id: string, reports: boolean) => void
}) {
  const t = useTranslations('logbook.phone')
  const isEnglish = useLocale() === 'en'
  return (
    <ul className="flex flex-col gap-3">
      {points.map(({ id, name, nameEn, reports }) => (
        <li key={id} className="flex flex-col gap-1">
          <MarkChoice
            name={id}
            label={isEnglish ? nameEn : name}
            value={markOf(id)}
            onChange={(mark) => onMark(id, mark)}
          />
          {reports && markOf(id) === 'bad' && (
            <label className="flex min-h-control items-center gap-3 text-base">
              <input
                type="checkbox"
                className="size-5"
                checked={!unreported.includes(id)}
                onChange={({ target }) => onReport(id, target.checked)}
              />
              {t('report')}
            </label>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Good, fair or bad, side by side under the thumb. */
export function MarkChoice({
  name,
  label,
  value,
  onChange,
}: {
  name: string
  label: string
  value?: Mark
  onChange?: (mark: Mark) => void
}) {
  const t = useTranslations('logbook')
  return (
    <fieldset>
      <legend className={`${labelLook} mb-1 text-base`}>{label}</legend>
      <div className="grid grid-cols-3 gap-2">
        {MARKS.map((mark) => (
          <label
            key={mark}
            className={`flex min-h-control cursor-pointer items-center justify-center gap-2 rounded-md border border-edge bg-surface text-base has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${LOOK[mark]}`}
          >
            <input
              type="radio"
              name={name}
              value={mark}
              className="size-4"
              {...(onChange
                ? { checked: value === mark, onChange: () => onChange(mark) }
                : { defaultChecked: mark === 'good' })}
            />
            {t(`marks.${mark}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
