import { useTranslations } from 'next-intl'
import { type RecordField, RecordForm } from '@/ui/record-form'

type Values = {
  id: string
  version: number
  name: string
  code: string | null
  officePhone: string | null
  officeAddress: string | null
  officeHours: string | null
}

/** Adds a community, or changes the one that is given: all of it, or its office alone. */
export function CommunityForm({
  community,
  streetCode,
  officeOnly = false,
}: {
  community?: Values
  streetCode: string
  officeOnly?: boolean
}) {
  const t = useTranslations('communities')
  const named: RecordField[] = [
    {
      kind: 'text',
      name: 'name',
      label: t('fields.name'),
      required: true,
      value: community?.name ?? '',
      maxLength: 40,
    },
    {
      kind: 'text',
      name: 'code',
      label: t('fields.code'),
      description: t('codeHint', { code: streetCode }),
      value: community?.code ?? '',
      maxLength: 12,
    },
  ]
  const office: RecordField[] = [
    {
      kind: 'phone',
      name: 'officePhone',
      label: t('fields.officePhone'),
      description: t('phoneHint'),
      value: community?.officePhone ?? '',
    },
    {
      kind: 'text',
      name: 'officeAddress',
      label: t('fields.officeAddress'),
      value: community?.officeAddress ?? '',
      maxLength: 100,
    },
    {
      kind: 'text',
      name: 'officeHours',
      label: t('fields.officeHours'),
      description: t('hoursHint'),
      value: community?.officeHours ?? '',
      maxLength: 100,
    },
  ]
  const address = community ? `/api/v1/communities/${community.id}` : '/api/v1/communities'
  return (
    <RecordForm
      action={officeOnly ? `${address}/office` : address}
      method={community ? 'PATCH' : 'POST'}
      {...(community ? { also: { version: community.version } } : {})}
      submit={t('save')}
      cancel={{
        label: t('cancel'),
        href: community ? `/office/communities/${community.id}` : '/office/communities',
      }}
      doneHref="/office/communities/{id}"
      fields={officeOnly ? office : [...named, ...office]}
    />
  )
}
