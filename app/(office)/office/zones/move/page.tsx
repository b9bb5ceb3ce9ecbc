import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MoveForm } from '@/features/zones/components/move-form'
import { compoundsToMove } from '@/features/zones/moves/queries'
import { mayRedraw } from '@/features/zones/policy'
import { zoneOptions } from '@/features/zones/register/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

export default async function MoveCompoundsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('zones.write')
  if (!mayRedraw(act.principal, 'zones.write')) notFound()
  const t = await getTranslations('zones')
  const [compounds, zones, { from }] = await Promise.all([
    compoundsToMove(act),
    zoneOptions(act),
    searchParams,
  ])
  const known = from === 'none' || zones.some(({ value }) => value === from)
  return (
    <>
      <PageHeader
        title={t('move')}
        lead={t('moveLead')}
        crumbs={[{ label: t('title'), href: '/office/zones' }, { label: t('move') }]}
      />
      <ClientMessages namespaces={['zones']}>
        <MoveForm compounds={compounds} zones={zones} {...(known ? { from: String(from) } : {})} />
      </ClientMessages>
    </>
  )
}
