import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PartyForm } from '@/features/parties/organisations/components/party-form'
import { findParty } from '@/features/parties/organisations/detail/queries'
import { gridOptions } from '@/features/parties/organisations/queries'
import { levelBelow } from '@/features/parties/organisations/rules'
import { partyKey } from '@/features/parties/organisations/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

/** Adds a community's committee, or what stands under the organisation that the address names. */
export default async function NewPartyPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('parties.write')
  const { parent: named } = await searchParams
  const key = partyKey.safeParse({ id: named })
  const parent = key.success ? await findParty(act, key.data.id, 'parties.write') : null
  const level = parent ? levelBelow(parent.level) : 'community_committee'
  if ((named !== undefined && !parent) || parent?.endedAt || !level) notFound()
  const t = await getTranslations('parties')
  const [communities, grids] = await Promise.all([
    parent ? [] : communityOptions(act, 'parties.write'),
    level === 'grid_branch' ? gridOptions(act, parent?.community?.id ?? null) : [],
  ])
  const title = t('addLevel', { level: t(`levels.${level}`) })
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('title'), href: '/office/parties' },
          ...(parent ? [{ label: parent.name, href: `/office/parties/${parent.id}` }] : []),
          { label: title },
        ]}
      />
      <PartyForm level={level} {...(parent ? { parent } : {})} communities={communities} grids={grids} />
    </>
  )
}
