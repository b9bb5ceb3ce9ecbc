import { getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
import { ConsultationForm } from '@/features/surveys/consultations/components/consultation-form'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewConsultationPage() {
  const act = await pageAct('consultations.write')
  const t = await getTranslations('consultations')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/consultations' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['consultations']}>
        <ConsultationForm
          communities={await communityOptions(act, 'consultations.write')}
          compounds={await compoundOptions(act, 'consultations.write')}
        />
      </ClientMessages>
    </>
  )
}
