import { getLocale, getTranslations } from 'next-intl/server'
import { categoriesOf } from '@/features/requests/intake/queries'
import { STATES } from '@/features/requests/life/schema'
import { TemplateForm } from '@/features/requests/templates/components/template-form'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewReplyTemplatePage() {
  const act = await pageAct('requests.settings')
  const [t, states, locale, categories] = await Promise.all([
    getTranslations('reply-templates'),
    getTranslations('requests.states'),
    getLocale(),
    categoriesOf(act),
  ])
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/reply-templates' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['reply-templates']}>
        <TemplateForm
          categories={categories.map(({ id, name, nameEn }) => ({
            value: id,
            label: locale === 'en' ? nameEn : name,
          }))}
          states={STATES.map((value) => ({ value, label: states(value) }))}
        />
      </ClientMessages>
    </>
  )
}
