import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MenuForm } from '@/features/menus/menus/components/menu-form'
import { findMenu } from '@/features/menus/menus/queries'
import { menuKey } from '@/features/menus/menus/schema'
import { mayWriteMenus } from '@/features/menus/policy'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function EditMenuPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('menus.write')
  const key = menuKey.safeParse(await params)
  const mayWrite = mayWriteMenus(act.principal, 'menus.write')
  const menu = key.success && mayWrite ? await findMenu(act, key.data.id) : null
  if (!menu) notFound()
  const t = await getTranslations('menus')
  const { id, name, nameEn, version } = menu
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: t('title'), href: '/office/menus' },
          { label: name, href: `/office/menus/${id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['menus']}>
        <MenuForm menu={{ id, name, nameEn, version }} />
      </ClientMessages>
    </>
  )
}
