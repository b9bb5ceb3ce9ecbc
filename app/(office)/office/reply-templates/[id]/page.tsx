import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { categoriesOf } from '@/features/requests/intake/queries'
import { STATES } from '@/features/requests/life/schema'
import { TemplateForm } from '@/features/requests/templates/components/template-form'
import { findTemplate } from '@/features/requests/templates/queries'
import { filledIn } from '@/features/requests/templates/rules'
import { templateKey } from '@/features/requests/templates/schema'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/reply-templates'

export default async function ReplyTemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('requests.settings')
  const key = templateKey.safeParse(await params)
  const template = key.success ? await findTemplate(act, key.data.id) : null
  if (!template) notFound()
  const [t, states, locale, categories, happenings] = await Promise.all([
    getTranslations('reply-templates'),
    getTranslations('requests.states'),
    getLocale(),
    categoriesOf(act),
    timelineOf(act, 'reply-template', template.id),
  ])
  const { id, name, version, endedAt } = template
  const example = (isEnglish: boolean) => ({
    number: '261125-ABCDE',
    category: (isEnglish ? template.category?.nameEn : template.category?.name) ?? t('example.category'),
    compound: t('example.compound'),
    building: t('example.building'),
    due: t('example.due'),
    today: t('example.today'),
  })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: LIST }, { label: name }]}
        lead={endedAt && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          !endedAt && (
            <ActionButton
              trigger={t('end')}
              title={t('endTitle', { name })}
              why={t('endWhy')}
              confirm={t('end')}
              danger
              action={`/api/v1/reply-templates/${id}/end`}
              body={{ version }}
            />
          )
        }
      />
      <Panel title={t('preview')}>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.words'), value: filledIn(template.words, example(false)), wide: true },
            { term: t('fields.wordsEn'), value: filledIn(template.wordsEn, example(true)), wide: true },
          ]}
        />
      </Panel>
      {!endedAt && (
        <Panel title={t('edit')}>
          <ClientMessages namespaces={['reply-templates']}>
            <TemplateForm
              key={version}
              template={template}
              categories={categories.map((one) => ({
                value: one.id,
                label: locale === 'en' ? one.nameEn : one.name,
              }))}
              states={STATES.map((value) => ({ value, label: states(value) }))}
            />
          </ClientMessages>
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="reply-templates" />
      </Panel>
    </div>
  )
}
