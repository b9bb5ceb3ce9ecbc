'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { Checkbox } from '@/ui/checkbox'
import { ComboBox } from '@/ui/combo-box'
import { DateField } from '@/ui/date-field'
import { descriptionLook, labelLook } from '@/ui/field-look'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { NumberField } from '@/ui/number-field'
import { type Option, Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { COST_UNITS, RESOURCE_KINDS } from '../schema'

export type ResourceFields = {
  id: string
  version: number
  kind: string
  name: string
  providerId: string | null
  operatorId: string | null
  zoneId: string | null
  compoundId: string | null
  categories: readonly string[]
  skills: readonly string[]
  capacityPerWeek: number | null
  hoursText: string | null
  slotMinutes: number | null
  perSlot: number | null
  leadHours: number | null
  costFen: number | null
  costUnit: string | null
  contractNumber: string | null
  contractStartsOn: string | null
  contractEndsOn: string | null
  note: string | null
}

export type References = Record<'providers' | 'operators' | 'zones' | 'compounds', readonly Option[]>

/** A resource with what it is tied to, what it can do, and its contract. */
export function ResourceForm({
  resource,
  references,
}: {
  resource?: ResourceFields
  references: References
}) {
  const t = useTranslations('resources')
  const router = useRouter()
  const href = resource ? `/office/resources/${resource.id}` : '/office/resources'
  return (
    <Form
      action={resource ? `/api/v1/resources/${resource.id}` : '/api/v1/resources'}
      method={resource ? 'PATCH' : 'POST'}
      submit={resource ? t('save') : t('add')}
      body={(values) => ({ ...sent(values), ...(resource ? { version: resource.version } : {}) })}
      onDone={(answer) => {
        router.push(`/office/resources/${(answer as { id: string }).id}` as Route)
        router.refresh()
      }}
      more={<LinkButton href={href}>{t('cancel')}</LinkButton>}
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label={t('fields.name')}
          defaultValue={resource?.name ?? ''}
          maxLength={80}
          isRequired
        />
        <Select
          name="kind"
          label={t('fields.kind')}
          options={RESOURCE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          defaultValue={resource?.kind ?? 'facility'}
          isRequired
        />
        <Reference
          name="providerId"
          options={references.providers}
          {...(resource ? { value: resource.providerId } : {})}
        />
        <Reference
          name="operatorId"
          options={references.operators}
          {...(resource ? { value: resource.operatorId } : {})}
        />
        <Reference
          name="zoneId"
          options={references.zones}
          {...(resource ? { value: resource.zoneId } : {})}
        />
        <Reference
          name="compoundId"
          options={references.compounds}
          hint={t('areaHint')}
          {...(resource ? { value: resource.compoundId } : {})}
        />
        <div className="sm:col-span-2">
          <Categories chosen={resource?.categories ?? []} />
        </div>
        <div className="sm:col-span-2">
          <TextField
            name="skills"
            label={t('fields.skills')}
            description={t('skillsHint')}
            defaultValue={(resource?.skills ?? []).join('、')}
            maxLength={500}
          />
        </div>
        <NumberField
          name="capacityPerWeek"
          label={t('fields.capacityPerWeek')}
          minValue={0}
          {...withNumber(resource?.capacityPerWeek)}
        />
        <TextField
          name="hoursText"
          label={t('fields.hoursText')}
          defaultValue={resource?.hoursText ?? ''}
          maxLength={120}
        />
        <NumberField
          name="slotMinutes"
          label={t('fields.slotMinutes')}
          description={t('slotsHint')}
          minValue={15}
          maxValue={480}
          {...withNumber(resource?.slotMinutes)}
        />
        <NumberField
          name="perSlot"
          label={t('fields.perSlot')}
          minValue={1}
          maxValue={100}
          {...withNumber(resource?.perSlot)}
        />
        <NumberField
          name="leadHours"
          label={t('fields.leadHours')}
          minValue={0}
          maxValue={720}
          {...withNumber(resource?.leadHours)}
        />
        <NumberField
          name="cost"
          label={t('fields.costFen')}
          minValue={0}
          formatOptions={{ maximumFractionDigits: 2 }}
          {...withNumber(resource?.costFen == null ? null : resource.costFen / 100)}
        />
        <Select
          name="costUnit"
          label={t('fields.costUnit')}
          options={[
            { value: 'none', label: t('none') },
            ...COST_UNITS.map((value) => ({ value, label: t(`costUnits.${value}`) })),
          ]}
          defaultValue={resource?.costUnit ?? 'none'}
        />
        <TextField
          name="contractNumber"
          label={t('fields.contractNumber')}
          defaultValue={resource?.contractNumber ?? ''}
          maxLength={60}
        />
        <DateField
          name="contractStartsOn"
          label={t('fields.contractStartsOn')}
          defaultValue={resource?.contractStartsOn ?? ''}
        />
        <DateField
          name="contractEndsOn"
          label={t('fields.contractEndsOn')}
          defaultValue={resource?.contractEndsOn ?? ''}
        />
      </div>
      <TextArea name="note" label={t('fields.note')} defaultValue={resource?.note ?? ''} maxLength={1000} />
    </Form>
  )
}

const withNumber = (value: number | null | undefined) => (value == null ? {} : { defaultValue: value })

function Reference({
  name,
  options,
  value,
  hint,
}: {
  name: 'providerId' | 'operatorId' | 'zoneId' | 'compoundId'
  options: readonly Option[]
  value?: string | null
  hint?: string
}) {
  const t = useTranslations('resources')
  const chosen = options.find((option) => option.value === value)
  return (
    <ComboBox
      name={name}
      label={t(`fields.${name}`)}
      options={options}
      {...(chosen ? { defaultOption: chosen } : {})}
      {...(hint ? { description: hint } : {})}
    />
  )
}

function Categories({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations('resources')
  const demands = useTranslations('demands')
  return (
    <fieldset data-field="categories">
      <legend className={labelLook}>{t('fields.categories')}</legend>
      <p className={descriptionLook}>{t('categoriesHint')}</p>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
        {SERVICE_CATEGORIES.map((value) => (
          <Checkbox key={value} name="categories" value={value} defaultSelected={chosen.includes(value)}>
            {demands(`categories.${value}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

function sent(values: FormData) {
  const text = (name: string) => String(values.get(name) ?? '').trim() || null
  const number = (name: string) => {
    const written = text(name)
    return written === null ? null : Number(written)
  }
  const cost = number('cost')
  const unit = text('costUnit')
  return {
    kind: text('kind') ?? undefined,
    name: text('name') ?? undefined,
    providerId: text('providerId'),
    operatorId: text('operatorId'),
    zoneId: text('zoneId'),
    compoundId: text('compoundId'),
    categories: values.getAll('categories'),
    skills: (text('skills') ?? '')
      .split(/[、,，;；\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
    capacityPerWeek: number('capacityPerWeek'),
    hoursText: text('hoursText'),
    slotMinutes: number('slotMinutes'),
    perSlot: number('perSlot'),
    leadHours: number('leadHours'),
    costFen: cost === null ? null : Math.round(cost * 100),
    costUnit: unit === 'none' ? null : unit,
    contractNumber: text('contractNumber'),
    contractStartsOn: text('contractStartsOn'),
    contractEndsOn: text('contractEndsOn'),
    note: text('note'),
  }
}
