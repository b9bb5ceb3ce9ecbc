import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CategoryForm } from '@/features/requests/categories/components/category-form'
import { findCategory, postsOf } from '@/features/requests/categories/queries'
import { categoryKey } from '@/features/requests/categories/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/request-categories'

export default async function EditRequestCategoryPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('requests.settings')
  const key = categoryKey.safeParse(await params)
  const category = key.success ? await findCategory(act, key.data.id) : null
  if (!category || category.endedAt) notFound()
  const t = await getTranslations('request-categories')
  const { policies: _, ...kept } = category
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: category.name, href: `${LIST}/${category.id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['request-categories']}>
        <CategoryForm category={kept} posts={await postsOf(act)} />
      </ClientMessages>
    </>
  )
}
