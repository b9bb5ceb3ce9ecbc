import { getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { CompoundForm } from '@/features/places/compounds/components/compound-form'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewCompoundPage() {
  const act = await pageAct('places.write')
  const t = await getTranslations('compounds')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/compounds' }, { label: t('add') }]}
      />
      <CompoundForm communities={await communityOptions(act, 'places.write')} />
    </>
  )
}
