import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { KINDS } from '@/features/captains/materials/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { RecordForm } from '@/ui/record-form'

export default async function IssuePage() {
  const act = await pageAct('materials.write')
  const [t, communities] = await Promise.all([
    getTranslations('materials'),
    communityOptions(act, 'materials.write'),
  ])
  return (
    <>
      <PageHeader
        title={t('issue')}
        lead={t('issueLead')}
        crumbs={[{ label: t('title'), href: '/office/materials' }, { label: t('issue') }]}
      />
      <RecordForm
        action="/api/v1/materials/issues"
        method="POST"
        submit={t('issue')}
        cancel={{ label: t('cancel'), href: '/office/materials' }}
        doneHref="/office/materials/{id}"
        fields={[
          {
            kind: 'select',
            name: 'communityId',
            label: t('fields.community'),
            required: true,
            options: communities,
            value: communities.length === 1 ? (communities[0]?.value ?? null) : null,
          },
          {
            kind: 'select',
            name: 'kind',
            label: t('fields.kind'),
            required: true,
            options: KINDS.filter((kind) => kind !== 'door_plaque').map((value) => ({
              value,
              label: t(`kinds.${value}`),
            })),
          },
          {
            kind: 'number',
            name: 'quantity',
            label: t('fields.quantity'),
            required: true,
            value: 1,
            min: 1,
            max: 10_000,
          },
          { kind: 'date', name: 'day', label: t('fields.day'), required: true, value: dayOf(act.now) },
          {
            kind: 'search',
            name: 'personId',
            label: t('fields.person'),
            description: t('personHint'),
            searchUrl: '/api/v1/materials/holders',
          },
          {
            kind: 'search',
            name: 'householdId',
            label: t('fields.household'),
            description: t('doorHint'),
            searchUrl: '/api/v1/materials/doors',
          },
          { kind: 'text', name: 'words', label: t('fields.words'), maxLength: 200 },
        ]}
      />
    </>
  )
}
