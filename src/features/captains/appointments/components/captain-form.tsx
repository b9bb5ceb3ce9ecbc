import { useTranslations } from 'next-intl'
import { type RecordField, RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = {
  id: string
  version: number
  name: string
  maskedPhone: string | null
  buildings: readonly Option[]
  duties: readonly string[]
  doorPlaque: boolean
}

/** Appoints a captain, or changes the appointment that is given. */
export function CaptainForm({ captain, today }: { captain?: Values; today: string }) {
  const t = useTranslations('captains')
  const phone = { name: 'phone', label: t('fields.phone'), kind: 'phone' as const }
  const kept = captain?.maskedPhone
    ? { keepsWhenEmpty: true, description: `${captain.maskedPhone} · ${t('phoneKept')}` }
    : captain
      ? { keepsWhenEmpty: true }
      : { description: t('phoneHint') }
  const fields: RecordField[] = [
    {
      kind: 'text',
      name: 'name',
      label: t('fields.name'),
      required: true,
      value: captain?.name ?? '',
      maxLength: 40,
    },
    { ...phone, ...kept },
    ...(captain?.maskedPhone
      ? [{ kind: 'checkbox' as const, name: 'removePhone', label: t('removePhone') }]
      : []),
    ...(captain
      ? []
      : [
          {
            kind: 'date' as const,
            name: 'startsOn',
            label: t('fields.startsOn'),
            required: true,
            value: today,
          },
        ]),
    {
      kind: 'several',
      name: 'buildingIds',
      label: t('fields.buildings'),
      description: captain ? t('buildingsKept') : t('buildingsHint'),
      searchLabel: t('findBuilding'),
      placeholder: t('findBuildingExample'),
      searchUrl: '/api/v1/captains/building-options',
      required: true,
      chosen: captain?.buildings ?? [],
    },
    {
      kind: 'list',
      name: 'duties',
      label: t('fields.duties'),
      description: t('dutiesHint'),
      value: captain?.duties ?? [],
    },
    {
      kind: 'checkbox',
      name: 'doorPlaque',
      label: t('fields.doorPlaque'),
      description: t('doorPlaqueHint'),
      value: captain?.doorPlaque ?? false,
    },
  ]
  return (
    <RecordForm
      action={captain ? `/api/v1/captains/${captain.id}` : '/api/v1/captains'}
      method={captain ? 'PATCH' : 'POST'}
      {...(captain ? { also: { version: captain.version } } : {})}
      submit={t(captain ? 'save' : 'appoint')}
      cancel={{ label: t('cancel'), href: captain ? `/office/captains/${captain.id}` : '/office/captains' }}
      doneHref="/office/captains/{id}"
      fields={fields}
    />
  )
}
