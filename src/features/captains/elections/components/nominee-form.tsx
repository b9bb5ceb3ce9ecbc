import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** Nominates somebody of the register, or somebody new. */
export function NomineeForm({ election }: { election: { id: string; version: number } }) {
  const t = useTranslations('elections')
  const page = `/office/elections/${election.id}`
  return (
    <RecordForm
      action={`/api/v1/elections/${election.id}/nominees`}
      method="POST"
      also={{ version: election.version }}
      submit={t('nominate')}
      cancel={{ label: t('cancel'), href: page }}
      doneHref={page}
      fields={[
        {
          kind: 'search',
          name: 'personId',
          label: t('knownPerson'),
          description: t('knownPersonHint'),
          searchUrl: '/api/v1/elections/person-options',
        },
        { kind: 'text', name: 'name', label: t('fields.name'), description: t('orNew'), maxLength: 40 },
        { kind: 'phone', name: 'phone', label: t('fields.phone') },
        {
          kind: 'number',
          name: 'residents',
          label: t('fields.residents'),
          description: t('residentsHint'),
          min: 1,
          max: 100_000,
        },
        { kind: 'text', name: 'organisation', label: t('fields.organisation'), maxLength: 60 },
      ]}
    />
  )
}
