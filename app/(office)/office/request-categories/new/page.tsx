import { getTranslations } from 'next-intl/server'
import { CategoryForm } from '@/features/requests/categories/components/category-form'
import { postsOf } from '@/features/requests/categories/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewRequestCategoryPage() {
  const act = await pageAct('requests.settings')
  const t = await getTranslations('request-categories')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/request-categories' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['request-categories']}>
        <CategoryForm posts={await postsOf(act)} />
      </ClientMessages>
    </>
  )
}
