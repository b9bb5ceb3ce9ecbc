import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ElectionForm } from '@/features/captains/elections/components/election-form'
import { findElectionToWrite } from '@/features/captains/elections/queries'
import { electionKey } from '@/features/captains/elections/schema'
import { pageAct } from '@/server/page'

import { PageHeader } from '@/ui/page-header'

export default async function EditElectionPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('elections.write')
  const key = electionKey.safeParse(await params)
  const election = key.success ? await findElectionToWrite(act, key.data.id) : null
  if (election?.state !== 'nominating') notFound()
  const t = await getTranslations('elections')
  const page = `/office/elections/${election.id}`
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: t('title'), href: '/office/elections' },
          { label: election.name, href: page },
          { label: t('edit') },
        ]}
      />
      <ElectionForm terms={election} election={election} />
    </>
  )
}
