import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

type Values = {
  id: string
  version: number
  category: string
  name: string
  contactName: string | null
  offers: string | null
  address: string | null
  fee: string
  hoursText: string | null
  longitude: number | null
  latitude: number | null
  maskedPhone: string | null
}

/** Adds a service point, or changes the one that is given. */
export function ProviderForm({ provider }: { provider?: Values }) {
  const t = useTranslations('providers')
  const fees = (['free', 'paid'] as const).map((value) => ({ value, label: t(`fees.${value}`) }))
  const number = { name: 'phone', label: t('fields.phone') }
  return (
    <RecordForm
      action={provider ? `/api/v1/providers/${provider.id}` : '/api/v1/providers'}
      method={provider ? 'PATCH' : 'POST'}
      {...(provider ? { also: { version: provider.version } } : {})}
      submit={t('save')}
      cancel={{
        label: t('cancel'),
        href: provider ? `/office/providers/${provider.id}` : '/office/providers',
      }}
      doneHref="/office/providers/{id}"
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          value: provider?.name ?? '',
          maxLength: 60,
        },
        {
          kind: 'text',
          name: 'category',
          label: t('fields.category'),
          required: true,
          value: provider?.category ?? '',
          maxLength: 30,
        },
        {
          kind: 'select',
          name: 'fee',
          label: t('fields.fee'),
          required: true,
          options: fees,
          value: provider?.fee ?? 'paid',
        },
        {
          kind: 'text',
          name: 'offers',
          label: t('fields.offers'),
          value: provider?.offers ?? '',
          maxLength: 60,
          description: t('offersHint'),
        },
        {
          kind: 'text',
          name: 'contactName',
          label: t('fields.contactName'),
          value: provider?.contactName ?? '',
          maxLength: 40,
        },
        provider?.maskedPhone
          ? {
              kind: 'phone',
              ...number,
              keepsWhenEmpty: true,
              description: `${provider.maskedPhone} · ${t('phoneKept')}`,
            }
          : { kind: 'phone', ...number, ...(provider ? { keepsWhenEmpty: true } : {}) },
        ...(provider?.maskedPhone
          ? [{ kind: 'checkbox' as const, name: 'removePhone', label: t('removePhone') }]
          : []),
        {
          kind: 'text',
          name: 'address',
          label: t('fields.address'),
          value: provider?.address ?? '',
          maxLength: 120,
        },
        {
          kind: 'text',
          name: 'hoursText',
          label: t('fields.hoursText'),
          description: t('hoursHint'),
          value: provider?.hoursText ?? '',
          maxLength: 120,
        },
        {
          kind: 'number',
          name: 'longitude',
          label: t('fields.longitude'),
          fraction: 7,
          value: provider?.longitude ?? null,
        },
        {
          kind: 'number',
          name: 'latitude',
          label: t('fields.latitude'),
          fraction: 7,
          value: provider?.latitude ?? null,
        },
      ]}
    />
  )
}
