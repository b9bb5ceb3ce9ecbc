import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DrawForm } from '@/features/demands/demands/components/draw-form'
import { compoundsToTellIn } from '@/features/demands/demands/queries'
import { placeOf, sourceOf } from '@/features/demands/evidence/queries'
import { newEvidence } from '@/features/demands/evidence/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

/** A demand that is drawn from a visit, an opinion or another record, or told by mouth. */
export default async function NewDemandPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('demands.write')
  const { kind, source } = await searchParams
  const asked = kind || source ? newEvidence.safeParse({ kind, sourceId: source }) : null
  const found = asked?.success ? await sourceOf(act, asked.data) : null
  if (asked && !found) notFound()
  const t = await getTranslations('demands')
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addWhy')}
        crumbs={[{ label: t('title'), href: '/office/demands' }, { label: t('add') }]}
      />
      {found && (
        <Panel title={t('drawnFrom')}>
          <p>
            {t(`kinds.${found.kind}`)} · {await placeOf(act, found)}
          </p>
          {found.words && <p className="text-ink-soft">{found.words}</p>}
        </Panel>
      )}
      <ClientMessages namespaces={['demands']}>
        <DrawForm
          source={
            found && {
              kind: found.kind,
              sourceId: found.sourceId,
              title: found.title?.slice(0, 60) ?? null,
              category: found.category,
            }
          }
          compounds={found ? [] : await compoundsToTellIn(act)}
        />
      </ClientMessages>
    </>
  )
}
