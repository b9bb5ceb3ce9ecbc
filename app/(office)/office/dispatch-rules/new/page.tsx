import { getLocale, getTranslations } from 'next-intl/server'
import { compoundOptions } from '@/features/places/compounds/queries'
import { listCategories, postsOf } from '@/features/requests/categories/queries'
import { RuleForm } from '@/features/requests/dispatch/rulebook/components/rule-form'
import { zoneOptions } from '@/features/zones/register/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewDispatchRulePage() {
  const act = await pageAct('requests.settings')
  const [t, locale, categories, compounds, zones, skills] = await Promise.all([
    getTranslations('dispatch-rules'),
    getLocale(),
    listCategories(act, {}),
    compoundOptions(act, 'places.read'),
    zoneOptions(act),
    postsOf(act),
  ])
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/dispatch-rules' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['dispatch-rules']}>
        <RuleForm
          categories={categories.map(({ id, name, nameEn }) => ({
            value: id,
            label: locale === 'en' ? nameEn : name,
          }))}
          compounds={compounds}
          zones={zones}
          skills={skills}
        />
      </ClientMessages>
    </>
  )
}
