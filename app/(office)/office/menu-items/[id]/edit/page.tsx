import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ItemForm } from '@/features/menus/items/components/item-form'
import { findItem, itemReferences } from '@/features/menus/items/queries'
import { itemKey } from '@/features/menus/items/schema'
import { mayWriteMenus } from '@/features/menus/policy'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function EditItemPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('menus.write')
  const key = itemKey.safeParse(await params)
  const mayWrite = mayWriteMenus(act.principal, 'menus.write')
  const item = key.success && mayWrite ? await findItem(act, key.data.id, 'menus.write') : null
  if (item?.menuVersion.state !== 'draft') notFound()
  const [t, locale, { categories, resources }] = await Promise.all([
    getTranslations('menus'),
    getLocale(),
    itemReferences(act),
  ])
  const { menuVersion, service, resource, requestCategory, ...fields } = item
  const { menu } = menuVersion
  const chosen = resources.some(({ value }) => value === resource?.id) || !resource
  return (
    <>
      <PageHeader
        title={t('editItem')}
        crumbs={[
          { label: t('title'), href: '/office/menus' },
          { label: menu.name, href: `/office/menus/${menu.id}` },
          { label: item.name, href: `/office/menu-items/${item.id}` },
          { label: t('editItem') },
        ]}
      />
      <ClientMessages namespaces={['menus']}>
        <ItemForm
          menuId={menu.id}
          item={fields}
          position={item.position}
          categories={categories.map(({ id, name, nameEn }) => ({
            value: id,
            label: locale === 'en' ? nameEn : name,
          }))}
          resources={chosen ? resources : [{ value: resource.id, label: resource.name }, ...resources]}
          demands={service.demands.map(({ demand }) => ({ value: demand.id, label: demand.title }))}
        />
      </ClientMessages>
    </>
  )
}
