import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CommunityForm } from '@/features/places/communities/components/community-form'
import { mayKeepCommunities, mayKeepOffice } from '@/features/places/communities/policy'
import { findCommunity, streetCodeOf } from '@/features/places/communities/queries'
import { communityKey } from '@/features/places/communities/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditCommunityPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.write')
  const key = communityKey.safeParse(await params)
  const community = key.success ? await findCommunity(act, key.data.id, 'places.write') : null
  if (!community || community.endedAt || !mayKeepOffice(act.principal, community.id)) notFound()
  const t = await getTranslations('communities')
  const whole = mayKeepCommunities(act.principal)
  const title = t(whole ? 'edit' : 'editOffice')
  return (
    <>
      <PageHeader
        title={`${title} · ${community.name}`}
        crumbs={[
          { label: t('title'), href: '/office/communities' },
          { label: community.name, href: `/office/communities/${community.id}` },
          { label: title },
        ]}
      />
      <CommunityForm community={community} streetCode={await streetCodeOf(act)} officeOnly={!whole} />
    </>
  )
}
