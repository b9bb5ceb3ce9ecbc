import { getTranslations } from 'next-intl/server'
import { pageAct } from '@/server/page'
import { RecordForm } from '@/ui/record-form'
import { PageHeading } from '../../page-heading'

export default async function InvitationEntryPage() {
  await pageAct('residents.own')
  const t = await getTranslations('my')
  return (
    <div className="flex flex-col gap-5">
      <PageHeading title={t('invitation')} lead={t('invitationLead')} />
      <RecordForm
        action="/api/v1/own-households/invitation"
        method="POST"
        fields={[
          {
            kind: 'text',
            name: 'code',
            label: t('code'),
            description: t('codeWhy'),
            required: true,
            maxLength: 30,
          },
          {
            kind: 'text',
            name: 'name',
            label: t('name'),
            description: t('nameWhy'),
            required: true,
            maxLength: 40,
          },
          { kind: 'checkbox', name: 'agree', label: t('agree') },
        ]}
        submit={t('enter')}
        cancel={{ label: t('back'), href: '/my/households' }}
        doneHref="/my/households"
      />
    </div>
  )
}
