import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = {
  id: string
  version: number
  title: string
  hoursText: string
  place: string | null
  phone: string | null
  position: number
}

/** Adds a row to the flexible-hours table, or changes the one that is given; a row stays with its community. */
export function FlexibleHoursForm({
  row,
  communities,
  forStreet,
  position,
}: {
  row?: Values
  communities: readonly Option[]
  /** Whether the row may be left without a community, and then holds in the whole street. */
  forStreet: boolean
  position: number
}) {
  const t = useTranslations('flexible-hours')
  return (
    <RecordForm
      action={row ? `/api/v1/flexible-hours/${row.id}` : '/api/v1/flexible-hours'}
      method={row ? 'PATCH' : 'POST'}
      {...(row ? { also: { version: row.version } } : {})}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: '/office/hours' }}
      doneHref="/office/hours"
      fields={[
        ...(row
          ? []
          : [
              {
                kind: 'select' as const,
                name: 'communityId',
                label: t('fields.communityId'),
                required: !forStreet,
                options: communities,
                value: communities.length === 1 && !forStreet ? (communities[0]?.value ?? null) : null,
                ...(forStreet ? { description: t('streetHint') } : {}),
              },
            ]),
        {
          kind: 'text',
          name: 'title',
          label: t('fields.title'),
          required: true,
          value: row?.title ?? '',
          maxLength: 40,
        },
        {
          kind: 'text',
          name: 'hoursText',
          label: t('fields.hoursText'),
          required: true,
          value: row?.hoursText ?? '',
          maxLength: 120,
          description: t('hoursHint'),
        },
        { kind: 'text', name: 'place', label: t('fields.place'), value: row?.place ?? '', maxLength: 60 },
        { kind: 'phone', name: 'phone', label: t('fields.phone'), value: row?.phone ?? '' },
        {
          kind: 'number',
          name: 'position',
          label: t('fields.position'),
          required: true,
          min: 0,
          max: 999,
          value: row?.position ?? position,
          description: t('positionHint'),
        },
      ]}
    />
  )
}
