import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NewMenuForm } from '@/features/menus/menus/components/new-menu-form'
import { menuAreas } from '@/features/menus/menus/queries'
import { mayWriteMenus } from '@/features/menus/policy'
import { pageAct } from '@/server/page'
import { Alert } from '@/ui/alert'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewMenuPage() {
  const act = await pageAct('menus.write')
  if (!mayWriteMenus(act.principal, 'menus.write')) notFound()
  const [t, areas] = await Promise.all([getTranslations('menus'), menuAreas(act)])
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addWhy')}
        crumbs={[{ label: t('title'), href: '/office/menus' }, { label: t('add') }]}
      />
      {areas.hasStreetMenu && <Alert>{t('streetHasOne')}</Alert>}
      <ClientMessages namespaces={['menus']}>
        <NewMenuForm zones={areas.zones} compounds={areas.compounds} />
      </ClientMessages>
    </>
  )
}
