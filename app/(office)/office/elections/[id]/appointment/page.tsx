import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'

import { findElectionToWrite, nextTermStart } from '@/features/captains/elections/queries'
import { electionKey } from '@/features/captains/elections/schema'
import { pageAct } from '@/server/page'

import { PageHeader } from '@/ui/page-header'
import { RecordForm } from '@/ui/record-form'

export default async function AppointPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('elections.write')
  const key = electionKey.safeParse(await params)
  const election = key.success ? await findElectionToWrite(act, key.data.id) : null
  if (!election?.isRipe) notFound()
  const t = await getTranslations('elections')
  const page = `/office/elections/${election.id}`
  return (
    <>
      <PageHeader
        title={t('appoint')}
        lead={t('appointLead', { years: election.termYears })}
        crumbs={[
          { label: t('title'), href: '/office/elections' },
          { label: election.name, href: page },
          { label: t('appoint') },
        ]}
      />
      <RecordForm
        action={`/api/v1/elections/${election.id}/appointment`}
        method="POST"
        also={{ version: election.version }}
        submit={t('appoint')}
        cancel={{ label: t('cancel'), href: page }}
        doneHref={page}
        fields={[
          {
            kind: 'date',
            name: 'startsOn',
            label: t('fields.startsOn'),
            required: true,
            value: await nextTermStart(act, election),
          },
          { kind: 'list', name: 'duties', label: t('fields.duties'), description: t('dutiesHint') },
          { kind: 'checkbox', name: 'replaces', label: t('replaces'), description: t('replacesHint') },
        ]}
      />
    </>
  )
}
