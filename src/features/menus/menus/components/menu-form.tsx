'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** A menu's name in both languages; its area stays. */
export function MenuForm({
  menu,
}: {
  menu: { id: string; name: string; nameEn: string | null; version: number }
}) {
  const t = useTranslations('menus')
  const href = `/office/menus/${menu.id}`
  return (
    <RecordForm
      action={`/api/v1/menus/${menu.id}`}
      method="PATCH"
      also={{ version: menu.version }}
      submit={t('save')}
      cancel={{ label: t('cancel'), href }}
      doneHref={href}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          maxLength: 40,
          value: menu.name,
        },
        { kind: 'text', name: 'nameEn', label: t('fields.nameEn'), maxLength: 80, value: menu.nameEn },
      ]}
    />
  )
}
