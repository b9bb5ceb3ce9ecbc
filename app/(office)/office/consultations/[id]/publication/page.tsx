import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayWriteIn } from '@/features/places/policy'
import { PublishForm } from '@/features/surveys/consultations/components/publish-form'
import { findConsultation } from '@/features/surveys/consultations/queries'
import { consultationKey } from '@/features/surveys/consultations/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function PublishConsultationPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('consultations.write')
  const key = consultationKey.safeParse(await params)
  const found = key.success ? await findConsultation(act, key.data.id, 'consultations.write') : null
  if (!found || !mayWriteIn(act.principal, 'consultations.write', found.community.id)) notFound()
  const t = await getTranslations('consultations')
  return (
    <>
      <PageHeader
        title={`${t('publish')} · ${found.topic}`}
        lead={t('publishWhy')}
        crumbs={[
          { label: t('title'), href: '/office/consultations' },
          { label: found.topic, href: `/office/consultations/${found.id}` },
          { label: t('publish') },
        ]}
      />
      <ClientMessages namespaces={['consultations']}>
        <PublishForm
          consultation={{
            id: found.id,
            version: found.version,
            publicParts: found.publicParts,
            publicWords: found.publicWords ?? found.decision,
          }}
        />
      </ClientMessages>
    </>
  )
}
