import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { RuleForm } from '@/features/requests/dispatch/rulebook/components/rule-form'
import { findRule, ruleChoices } from '@/features/requests/dispatch/rulebook/queries'
import { ruleKey } from '@/features/requests/dispatch/rulebook/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function EditDispatchRulePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('requests.settings')
  const key = ruleKey.safeParse(await params)
  const rule = key.success ? await findRule(act, key.data.id) : null
  if (!rule) notFound()
  const [t, choices, happenings] = await Promise.all([
    getTranslations('dispatch-rules'),
    ruleChoices(act, (await getLocale()) === 'en'),
    timelineOf(act, 'dispatch-rule', rule.id),
  ])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={rule.name}
        crumbs={[{ label: t('title'), href: '/office/dispatch-rules' }, { label: rule.name }]}
      />
      <ClientMessages namespaces={['dispatch-rules']}>
        <RuleForm rule={rule} {...choices} />
      </ClientMessages>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="dispatch-rules" />
      </Panel>
    </div>
  )
}
