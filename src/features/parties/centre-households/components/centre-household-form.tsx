import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

type Values = {
  id: string
  version: number
  name: string
  person: { name: string } | null
  building: { id: string; name: string; compound: { name: string } } | null
}

/** Adds a centre household to a group, or changes the one that is given. */
export function CentreHouseholdForm({ groupId, household }: { groupId: string; household?: Values }) {
  const t = useTranslations('parties')
  const building = household?.building
  return (
    <RecordForm
      action={
        household
          ? `/api/v1/centre-households/${household.id}`
          : `/api/v1/parties/${groupId}/centre-households`
      }
      method={household ? 'PATCH' : 'POST'}
      {...(household ? { also: { version: household.version } } : {})}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: `/office/parties/${groupId}` }}
      doneHref={`/office/parties/${groupId}`}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.centreHousehold'),
          description: t('householdHint'),
          required: true,
          value: household?.name ?? '',
          maxLength: 60,
        },
        {
          kind: 'text',
          name: 'personName',
          label: t('fields.person'),
          value: household?.person?.name ?? '',
          maxLength: 40,
        },
        {
          kind: 'search',
          name: 'buildingId',
          label: t('fields.building'),
          searchUrl: '/api/v1/centre-households/buildings',
          ...(building
            ? { chosen: { value: building.id, label: `${building.compound.name} ${building.name}` } }
            : {}),
        },
      ]}
    />
  )
}
