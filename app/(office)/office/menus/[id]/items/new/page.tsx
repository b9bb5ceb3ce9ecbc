import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ItemForm } from '@/features/menus/items/components/item-form'
import { itemReferences } from '@/features/menus/items/queries'
import { findMenu } from '@/features/menus/menus/queries'
import { menuKey } from '@/features/menus/menus/schema'
import { mayWriteMenus } from '@/features/menus/policy'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewItemPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('menus.write')
  const key = menuKey.safeParse(await params)
  const mayWrite = mayWriteMenus(act.principal, 'menus.write')
  const menu = key.success && mayWrite ? await findMenu(act, key.data.id) : null
  if (!menu || menu.working?.state === 'review') notFound()
  const [t, locale, { categories, resources }] = await Promise.all([
    getTranslations('menus'),
    getLocale(),
    itemReferences(act),
  ])
  const offered = (menu.working ?? menu.published)?.items ?? []
  return (
    <>
      <PageHeader
        title={t('addItem')}
        crumbs={[
          { label: t('title'), href: '/office/menus' },
          { label: menu.name, href: `/office/menus/${menu.id}` },
          { label: t('addItem') },
        ]}
      />
      <ClientMessages namespaces={['menus']}>
        <ItemForm
          menuId={menu.id}
          position={Math.min(Math.max(0, ...offered.map(({ position }) => position)) + 1, 999)}
          categories={categories.map(({ id, name, nameEn }) => ({
            value: id,
            label: locale === 'en' ? nameEn : name,
          }))}
          resources={resources}
          demands={[]}
        />
      </ClientMessages>
    </>
  )
}
