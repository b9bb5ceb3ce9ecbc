import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { AnswerForm } from '@/features/opinions/components/answer-form'
import { PublicationPanel } from '@/features/opinions/components/publication-panel'
import { TriageForm } from '@/features/opinions/components/triage-form'
import { findOpinion, openOpinion } from '@/features/opinions/queries'
import { isBlank } from '@/features/opinions/rules'
import { opinionKey } from '@/features/opinions/schema'
import { whomAt } from '@/features/opinions/whom/queries'
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
  const handles = (await findOpinion(act, opinion.id, 'opinions.handle')) !== null
  const [t, demands, format, locale, categories, named, happenings] = await Promise.all([
    getTranslations('opinions'),
    getTranslations('demands'),
    getFormatter(),
    getLocale(),
    categoriesOf(act),
    handles ? whomAt(act, opinion.building.id) : [],
    timelineOf(act, 'opinion', opinion.id),
  ])
  const place = `${opinion.building.compound.name} ${opinion.building.name}`
  const isTaken = opinion.state === 'taken' || opinion.state === 'answered'
  const whom = opinion.aboutPerson?.name ?? opinion.aboutAccount?.displayName
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
            { term: t('fields.words'), value: isBlank(opinion) ? t('blank') : opinion.words, wide: true },
            { term: t('fields.hour'), value: format.dateTime(opinion.hour, 'moment') },
            { term: t('fields.about'), value: t(`abouts.${opinion.about as 'nobody'}`) },
            { term: t('fields.matter'), value: opinion.matter && t(`matters.${opinion.matter as 'other'}`) },
            { term: t('fields.level'), value: t(`levels.${opinion.level as 'street'}`) },
            ...(whom ? [{ term: t('fields.whom'), value: whom }] : []),
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
      {handles && !isBlank(opinion) && opinion.state !== 'answered' && !opinion.request && (
        <Panel title={t('triage')}>
          <ClientMessages namespaces={['opinions']}>
            <TriageForm
              key={opinion.version}
              opinion={opinion}
              named={named}
              categories={categories.map(({ id, name, nameEn }) => ({
                value: id,
                label: locale === 'en' ? nameEn : name,
              }))}
            />
          </ClientMessages>
        </Panel>
      )}
      {handles && opinion.published !== null && (
        <PublicationPanel
          opinion={{ ...opinion, published: opinion.published }}
          isOwn={opinion.proposedById === act.principal.accountId}
        />
      )}
      {handles && isTaken && !isBlank(opinion) && (
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
