import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { findElectionToWrite } from '@/features/captains/elections/queries'
import { electionKey } from '@/features/captains/elections/schema'
import { pageAct } from '@/server/page'

import { PageHeader } from '@/ui/page-header'
import { RecordForm } from '@/ui/record-form'

export default async function ObjectionPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('elections.write')
  const key = electionKey.safeParse(await params)
  const election = key.success ? await findElectionToWrite(act, key.data.id) : null
  if (election?.state !== 'publicity') notFound()
  const t = await getTranslations('elections')
  const page = `/office/elections/${election.id}`
  return (
    <>
      <PageHeader
        title={t('objection')}
        lead={t('objectionLead')}
        crumbs={[
          { label: t('title'), href: '/office/elections' },
          { label: election.name, href: page },
          { label: t('objection') },
        ]}
      />
      <RecordForm
        action={`/api/v1/elections/${election.id}/objections`}
        method="POST"
        submit={t('objection')}
        cancel={{ label: t('cancel'), href: page }}
        doneHref={page}
        fields={[
          {
            kind: 'date',
            name: 'receivedOn',
            label: t('fields.receivedOn'),
            required: true,
            value: dayOf(act.now),
          },
          {
            kind: 'text',
            name: 'objector',
            label: t('fields.objector'),
            description: t('objectorHint'),
            maxLength: 40,
          },
          { kind: 'paragraph', name: 'words', label: t('fields.words'), required: true },
        ]}
      />
    </>
  )
}
