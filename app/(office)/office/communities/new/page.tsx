import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CommunityForm } from '@/features/places/communities/components/community-form'
import { mayKeepCommunities } from '@/features/places/communities/policy'
import { streetCodeOf } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewCommunityPage() {
  const act = await pageAct('places.write')
  if (!mayKeepCommunities(act.principal)) notFound()
  const t = await getTranslations('communities')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/communities' }, { label: t('add') }]}
      />
      <CommunityForm streetCode={await streetCodeOf(act)} />
    </>
  )
}
