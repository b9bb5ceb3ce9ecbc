import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { SplitForm } from '@/features/demands/demands/components/split-form'
import { findDemand, mayChange } from '@/features/demands/demands/queries'
import { demandKey } from '@/features/demands/demands/schema'
import { listEvidence } from '@/features/demands/evidence/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

/** So many pieces are offered one by one; more of them by compound and kind. */
const FEW = 50

export default async function SplitDemandPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('demands.write')
  const key = demandKey.safeParse(await params)
  const demand = key.success ? await findDemand(act, key.data.id) : null
  if (!demand || demand.mergedInto || !(await mayChange(act, demand.id))) notFound()
  const [t, format, evidence] = await Promise.all([
    getTranslations('demands'),
    getFormatter(),
    listEvidence(act, demand.id, { size: FEW }),
  ])
  const pieces = evidence.total > FEW ? [] : evidence.rows
  return (
    <>
      <PageHeader
        title={`${t('split')} · ${demand.title}`}
        lead={t('splitWhy')}
        crumbs={[
          { label: t('title'), href: '/office/demands' },
          { label: demand.title, href: `/office/demands/${demand.id}` },
          { label: t('split') },
        ]}
      />
      <ClientMessages namespaces={['demands']}>
        <SplitForm
          demand={demand}
          pieces={pieces.map(({ id, kind, compound, place, happenedOn, words }) => ({
            id,
            label: [
              t(`kinds.${kind}`),
              compound.name,
              place,
              format.dateTime(happenedOn, { dateStyle: 'medium', timeZone: 'UTC' }),
              words?.slice(0, 40),
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          groups={demand.groups.map(({ compound, kind, pieces: count }) => ({
            compoundId: compound.id,
            kind,
            label: t('group', { compound: compound.name, kind: t(`kinds.${kind}`), count }),
          }))}
        />
      </ClientMessages>
    </>
  )
}
