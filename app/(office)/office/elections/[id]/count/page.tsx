import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CountForm } from '@/features/captains/elections/components/count-form'
import { findElectionToWrite, nomineesStanding } from '@/features/captains/elections/queries'
import { electionKey } from '@/features/captains/elections/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function CountPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('elections.write')
  const key = electionKey.safeParse(await params)
  const election = key.success ? await findElectionToWrite(act, key.data.id) : null
  if (election?.state !== 'counting') notFound()
  const t = await getTranslations('elections')
  const page = `/office/elections/${election.id}`
  return (
    <>
      <PageHeader
        title={t('countTitle')}
        lead={t('countLead')}
        crumbs={[
          { label: t('title'), href: '/office/elections' },
          { label: election.name, href: page },
          { label: t('countTitle') },
        ]}
      />
      <ClientMessages namespaces={['elections']}>
        <CountForm
          election={{
            ...election,
            nominees: nomineesStanding(election).map(({ id, person, votes }) => ({
              id,
              name: person.name,
              votes,
            })),
          }}
        />
      </ClientMessages>
    </>
  )
}
