import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
import { mayWriteIn } from '@/features/places/policy'
import { ConsultationForm } from '@/features/surveys/consultations/components/consultation-form'
import { findConsultation } from '@/features/surveys/consultations/queries'
import { consultationKey } from '@/features/surveys/consultations/schema'
import { pageAct } from '@/server/page'
import { dayFrom } from '@/server/term'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function EditConsultationPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('consultations.write')
  const key = consultationKey.safeParse(await params)
  const found = key.success ? await findConsultation(act, key.data.id, 'consultations.write') : null
  if (!found || !mayWriteIn(act.principal, 'consultations.write', found.community.id)) notFound()
  const t = await getTranslations('consultations')
  const { community, compound, followUpDueOn, ...consultation } = found
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${found.topic}`}
        crumbs={[
          { label: t('title'), href: '/office/consultations' },
          { label: found.topic, href: `/office/consultations/${found.id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['consultations']}>
        <ConsultationForm
          consultation={{
            ...consultation,
            communityId: community.id,
            compoundId: compound?.id ?? null,
            followUpDueOn: followUpDueOn && dayFrom(followUpDueOn),
          }}
          communities={await communityOptions(act, 'consultations.write')}
          compounds={await compoundOptions(act, 'consultations.write')}
        />
      </ClientMessages>
    </>
  )
}
