import { useTranslations } from 'next-intl'
import { PlainButton } from '@/ui/plain-button'
import { PlainField, PlainSelect } from '@/ui/plain-field'
import type { Option } from '@/ui/select'

const NUMBERS = [
  { name: 'floorFrom', max: 120 },
  { name: 'floorTo', max: 120 },
  { name: 'doorFrom', max: 99 },
  { name: 'doorTo', max: 99 },
] as const

/** Asks for floors and doors and keeps them in the address, so that the page can show what they would add. */
export function RangeFields({
  stairwells,
  values,
  errors,
}: {
  stairwells: readonly Option[]
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}) {
  const t = useTranslations('households')
  return (
    <form method="get" noValidate className="flex max-w-3xl flex-col gap-4">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <PlainSelect
          name="stairwellId"
          label={t('fields.stairwellId')}
          options={stairwells}
          defaultValue={values.stairwellId ?? stairwells[0]?.value}
          error={errors.stairwellId}
        />
        <PlainField
          name="prefix"
          label={t('fields.prefix')}
          defaultValue={values.prefix}
          maxLength={6}
          error={errors.prefix}
        />
        {NUMBERS.map(({ name, max }) => (
          <PlainField
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            type="number"
            inputMode="numeric"
            min={1}
            max={max}
            defaultValue={values[name] ?? '1'}
            error={errors[name]}
          />
        ))}
      </div>
      <div>
        <PlainButton>{t('preview')}</PlainButton>
      </div>
    </form>
  )
}
