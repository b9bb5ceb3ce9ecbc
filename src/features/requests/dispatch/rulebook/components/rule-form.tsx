'use client'

import { useTranslations } from 'next-intl'
import { timeOfMinutes } from '@/core/instants'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

const LIST = '/office/dispatch-rules'
const ANY = 'any'
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

type Kept = {
  id: string
  version: number
  name: string
  skill: string | null
  weekdays: readonly number[]
  fromMinute: number | null
  toMinute: number | null
  toZoneCrew: boolean
  category: { id: string } | null
  compound: { id: string } | null
  zone: { id: string } | null
  worker: { id: string; person: { name: string } } | null
}

const timeOf = (minutes: number | null | undefined): string =>
  minutes === null || minutes === undefined ? '' : timeOfMinutes(minutes)

/** What a rule asks of a request, and to whom it gives what fits. */
export function RuleForm({
  rule,
  categories,
  compounds,
  zones,
  skills,
}: {
  rule?: Kept
  categories: readonly Option[]
  compounds: readonly Option[]
  zones: readonly Option[]
  skills: readonly string[]
}) {
  const t = useTranslations('dispatch-rules')
  const either = (name: string, label: string, options: readonly Option[], value: string | undefined) => ({
    kind: 'optional-select' as const,
    name,
    label,
    none: { value: ANY, label: t('any') },
    options,
    value: value ?? ANY,
  })
  const worker = rule?.worker
  return (
    <RecordForm
      action={rule ? `/api/v1/dispatch-rules/${rule.id}` : '/api/v1/dispatch-rules'}
      method={rule ? 'PATCH' : 'POST'}
      {...(rule ? { also: { version: rule.version } } : {})}
      submit={rule ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: LIST }}
      doneHref={LIST}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          value: rule?.name,
          maxLength: 40,
        },
        either('categoryId', t('fields.category'), categories, rule?.category?.id),
        either('zoneId', t('fields.zone'), zones, rule?.zone?.id),
        either('compoundId', t('fields.compound'), compounds, rule?.compound?.id),
        either(
          'skill',
          t('fields.skill'),
          skills.map((value) => ({ value, label: value })),
          rule?.skill ?? undefined,
        ),
        {
          kind: 'text',
          name: 'from',
          label: t('fields.from'),
          description: t('timeHint'),
          value: timeOf(rule?.fromMinute),
          maxLength: 5,
        },
        { kind: 'text', name: 'to', label: t('fields.to'), value: timeOf(rule?.toMinute), maxLength: 5 },
        ...DAYS.map((day, index) => ({
          kind: 'checkbox' as const,
          name: day,
          label: t(`days.${day}`),
          value: !rule || rule.weekdays.length === 0 || rule.weekdays.includes(index + 1),
        })),
        {
          kind: 'search',
          name: 'workerId',
          label: t('fields.worker'),
          description: t('workerHint'),
          searchUrl: '/api/v1/dispatch-rules/workers',
          ...(worker ? { chosen: { value: worker.id, label: worker.person.name } } : {}),
        },
        {
          kind: 'checkbox',
          name: 'toZoneCrew',
          label: t('fields.toZoneCrew'),
          description: t('crewHint'),
          value: rule?.toZoneCrew ?? true,
        },
      ]}
    />
  )
}
