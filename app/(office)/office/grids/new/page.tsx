import { getTranslations } from 'next-intl/server'
import { GridForm } from '@/features/grids/register/components/grid-form'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewGridPage() {
  const act = await pageAct('grids.write')
  const t = await getTranslations('grids')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/grids' }, { label: t('add') }]}
      />
      <GridForm communities={await communityOptions(act, 'grids.write')} />
    </>
  )
}
