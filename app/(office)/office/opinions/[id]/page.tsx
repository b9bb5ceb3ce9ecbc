import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { AnswerForm } from '@/features/opinions/components/answer-form'
import { TriageForm } from '@/features/opinions/components/triage-form'
import { openOpinion } from '@/features/opinions/queries'
import { opinionKey } from '@/features/opinions/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { categoriesOf } from '@/features/requests/intake/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/opinions'

export default async function OpinionPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('opinions.read')
  const key = opinionKey.safeParse(await params)
  const opinion = key.success ? await openOpinion(act, key.data.id) : null
  if (!opinion) notFound()
  const [t, demands, format, locale, categories, happenings] = await Promise.all([
    getTranslations('opinions'),
    getTranslations('demands'),
    getFormatter(),
    getLocale(),
    categoriesOf(act),
    timelineOf(act, 'opinion', opinion.id),
  ])
  const place = `${opinion.building.compound.name} ${opinion.building.name}`
  const handles = holds(act.principal, 'opinions.handle')
  const isTaken = opinion.state === 'taken' || opinion.state === 'answered'
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('opinionTitle', { place })}
        crumbs={[{ label: t('title'), href: LIST }, { label: place }]}
        lead={<Badge tone="note">{t(`states.${opinion.state}`)}</Badge>}
        actions={
          opinion.triage === 'demand' &&
          (opinion.about === 'nobody' || opinion.about === 'office') &&
          holds(act.principal, 'demands.write') && (
            <LinkButton href={`/office/demands/new?kind=opinion&source=${opinion.id}`}>
              {demands('drawFrom')}
            </LinkButton>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.words'), value: opinion.words, wide: true },
            { term: t('fields.hour'), value: format.dateTime(opinion.hour, 'moment') },
            { term: t('fields.about'), value: t(`abouts.${opinion.about as 'nobody'}`) },
            { term: t('fields.source'), value: t(`sources.${opinion.source as 'web'}`) },
            {
              term: t('fields.triage'),
              value: opinion.triage && t(`triages.${opinion.triage as 'demand'}`),
            },
            {
              term: t('fields.request'),
              value:
                opinion.request &&
                (holds(act.principal, 'requests.read') ? (
                  <TextLink href={`/office/requests/${opinion.request.id}`}>
                    {opinion.request.number}
                  </TextLink>
                ) : (
                  opinion.request.number
                )),
            },
            { term: t('fields.answer'), value: opinion.answer, wide: true },
            { term: t('fields.published'), value: opinion.published, wide: true },
          ]}
        />
      </Panel>
      {handles && opinion.state !== 'answered' && !opinion.request && (
        <Panel title={t('triage')}>
          <ClientMessages namespaces={['opinions']}>
            <TriageForm
              key={opinion.version}
              opinionId={opinion.id}
              version={opinion.version}
              categories={categories.map(({ id, name, nameEn }) => ({
                value: id,
                label: locale === 'en' ? nameEn : name,
              }))}
            />
          </ClientMessages>
        </Panel>
      )}
      {handles && isTaken && (
        <Panel title={t('answer')}>
          <ClientMessages namespaces={['opinions']}>
            <AnswerForm key={opinion.version} opinion={opinion} />
          </ClientMessages>
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="opinions" />
      </Panel>
    </div>
  )
}
