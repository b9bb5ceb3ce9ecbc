import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PartyForm } from '@/features/parties/organisations/components/party-form'
import { findParty } from '@/features/parties/organisations/detail/queries'
import { gridOptions } from '@/features/parties/organisations/queries'
import { partyKey } from '@/features/parties/organisations/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { dayFrom } from '@/server/term'
import { PageHeader } from '@/ui/page-header'

export default async function EditPartyPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('parties.write')
  const key = partyKey.safeParse(await params)
  const party = key.success ? await findParty(act, key.data.id, 'parties.write') : null
  if (!party || party.endedAt) notFound()
  const { id, version, name, level, leader, parent, community, grid, electedOn, termEndsOn } = party
  const t = await getTranslations('parties')
  const [communities, grids] = await Promise.all([
    parent ? [] : communityOptions(act, 'parties.write'),
    level === 'grid_branch' ? gridOptions(act, community?.id ?? null) : [],
  ])
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${name}`}
        crumbs={[
          { label: t('title'), href: '/office/parties' },
          { label: name, href: `/office/parties/${id}` },
          { label: t('edit') },
        ]}
      />
      <PartyForm
        level={level}
        {...(parent ? { parent } : {})}
        communities={communities}
        grids={grids}
        party={{
          id,
          version,
          name,
          leader,
          communityId: community?.id ?? null,
          gridId: grid?.id ?? null,
          electedOn: electedOn && dayFrom(electedOn),
          termEndsOn: termEndsOn && dayFrom(termEndsOn),
        }}
      />
    </>
  )
}
