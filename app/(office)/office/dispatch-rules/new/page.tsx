import { getLocale, getTranslations } from 'next-intl/server'
import { RuleForm } from '@/features/requests/dispatch/rulebook/components/rule-form'
import { ruleChoices } from '@/features/requests/dispatch/rulebook/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewDispatchRulePage() {
  const act = await pageAct('requests.settings')
  const [t, choices] = await Promise.all([
    getTranslations('dispatch-rules'),
    ruleChoices(act, (await getLocale()) === 'en'),
  ])
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/dispatch-rules' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['dispatch-rules']}>
        <RuleForm {...choices} />
      </ClientMessages>
    </>
  )
}
