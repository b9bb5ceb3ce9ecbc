import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { mayWriteIn } from '@/features/places/policy'
import { findConsultation } from '@/features/surveys/consultations/queries'
import { consultationKey } from '@/features/surveys/consultations/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/consultations'

export default async function ConsultationPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('consultations.read')
  const key = consultationKey.safeParse(await params)
  const found = key.success ? await findConsultation(act, key.data.id) : null
  if (!found) notFound()
  const [t, format, happenings] = await Promise.all([
    getTranslations('consultations'),
    getFormatter(),
    timelineOf(act, 'consultation', found.id),
  ])
  const day = (date: Date | null) => date && format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  const writes =
    holds(act.principal, 'consultations.write') &&
    mayWriteIn(act.principal, 'consultations.write', found.community.id)
  const path = `${LIST}/${found.id}`
  const action = `/api/v1/consultations/${found.id}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={found.topic}
        crumbs={[{ label: t('title'), href: LIST }, { label: found.topic }]}
        lead={
          <Badge tone={found.publishedAt ? 'good' : 'neutral'}>
            {t(found.publishedAt ? 'published' : 'notPublished')}
          </Badge>
        }
        actions={
          <>
            {found.compound && holds(act.principal, 'demands.write') && (
              <LinkButton href={`/office/demands/new?kind=consultation&source=${found.id}`}>
                {t('drawFrom')}
              </LinkButton>
            )}
            {writes && (
              <LinkButton href={`${path}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
            )}
          </>
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.heldAt'), value: format.dateTime(found.heldAt, 'moment') },
            { term: t('fields.place'), value: found.place },
            { term: t('fields.community'), value: found.community.name },
            { term: t('fields.compound'), value: found.compound?.name ?? t('wholeCommunity') },
            { term: t('fields.peopleCount'), value: t('people', { count: found.peopleCount }) },
            { term: t('fields.people'), value: found.people, wide: true },
            { term: t('fields.minutes'), value: found.minutes, wide: true },
            { term: t('fields.decision'), value: found.decision, wide: true },
            { term: t('fields.followUp'), value: found.followUp, wide: true },
            { term: t('fields.followUpDueOn'), value: day(found.followUpDueOn) },
            { term: t('fields.followedUpOn'), value: day(found.followedUpOn) },
          ]}
        />
        {writes && found.followUp && !found.followedUpOn && (
          <div>
            <ActionButton
              trigger={t('followed')}
              title={t('followed')}
              why={t('followedWhy')}
              confirm={t('followed')}
              action={`${action}/follow-up`}
              body={{ version: found.version }}
              asks={[
                {
                  type: 'date',
                  name: 'followedUpOn',
                  label: t('fields.followedUpOn'),
                  value: dayOf(act.now),
                  required: true,
                },
              ]}
            />
          </div>
        )}
      </Panel>
      <Panel
        title={t('fields.published')}
        actions={
          writes && (
            <>
              <LinkButton href={`${path}/publication`}>
                {t(found.publishedAt ? 'publishAgain' : 'publish')}
              </LinkButton>
              {found.publishedAt && (
                <ActionButton
                  trigger={t('withdraw')}
                  title={t('withdraw')}
                  why={t('withdrawWhy')}
                  confirm={t('withdraw')}
                  danger
                  action={`${action}/withdrawal`}
                  body={{ version: found.version }}
                />
              )}
            </>
          )
        }
      >
        {found.publishedAt ? (
          <>
            <p className="whitespace-pre-line">{found.publicWords}</p>
            <p className="text-sm text-ink-soft">
              {found.publicParts.map((part) => t(`publicParts.${part as 'place'}`)).join('、')}
            </p>
            <p>
              <TextLink href={`/consultations/${found.id}`}>{t('openPublic')}</TextLink>
            </p>
          </>
        ) : (
          <p className="text-sm text-ink-soft">{t('publishWhy')}</p>
        )}
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="consultations" />
      </Panel>
    </div>
  )
}
