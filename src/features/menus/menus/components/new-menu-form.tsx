'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

/** Opens the menu of an area that has none. */
export function NewMenuForm({
  zones,
  compounds,
}: {
  zones: readonly Option[]
  compounds: readonly Option[]
}) {
  const t = useTranslations('menus')
  const none = { value: 'none', label: t('none') }
  return (
    <RecordForm
      action="/api/v1/menus"
      method="POST"
      submit={t('add')}
      cancel={{ label: t('cancel'), href: '/office/menus' }}
      doneHref="/office/menus/{id}"
      fields={[
        { kind: 'text', name: 'name', label: t('fields.name'), required: true, maxLength: 40 },
        { kind: 'text', name: 'nameEn', label: t('fields.nameEn'), maxLength: 80 },
        {
          kind: 'optional-select',
          name: 'zoneId',
          label: t('fields.zoneId'),
          value: 'none',
          none,
          options: zones,
        },
        {
          kind: 'optional-select',
          name: 'compoundId',
          label: t('fields.compoundId'),
          description: t('areaHint'),
          value: 'none',
          none,
          options: compounds,
        },
      ]}
    />
  )
}
