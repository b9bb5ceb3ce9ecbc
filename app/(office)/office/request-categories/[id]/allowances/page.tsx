import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AllowanceForm } from '@/features/requests/categories/components/allowance-form'
import { findCategory } from '@/features/requests/categories/queries'
import { categoryKey } from '@/features/requests/categories/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/request-categories'

/** The time limits of one category and star level. */
export default async function AllowancePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<PageQuery>
}) {
  const act = await pageAct('requests.settings')
  const key = categoryKey.safeParse(await params)
  const category = key.success ? await findCategory(act, key.data.id) : null
  if (!category || category.endedAt) notFound()
  const asked = String((await searchParams).stars ?? '0')
  const stars = /^[0-5]$/.test(asked) ? Number(asked) : 0
  const t = await getTranslations('request-categories')
  const own = category.policies.find((policy) => policy.stars === stars)
  const like = own ?? category.policies.find((policy) => policy.stars === 0)
  const level = stars === 0 ? t('allLevels') : t('stars', { stars })
  return (
    <>
      <PageHeader
        title={`${category.name}：${level}`}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: category.name, href: `${LIST}/${category.id}` },
          { label: t('allowances') },
        ]}
      />
      <ClientMessages namespaces={['request-categories']}>
        <AllowanceForm
          categoryId={category.id}
          stars={stars}
          {...(own ? { allowed: own } : like ? { allowed: { ...like, stars, version: null } } : {})}
        />
      </ClientMessages>
    </>
  )
}
