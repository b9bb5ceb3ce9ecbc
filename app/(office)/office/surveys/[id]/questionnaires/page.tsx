import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { mayWriteSurveys } from '@/features/surveys/campaigns/policy'
import { findSurvey } from '@/features/surveys/campaigns/queries'
import { surveyKey } from '@/features/surveys/campaigns/schema'
import {
  codeOfQuestionnaire,
  listQuestionnaires,
  type QuestionnaireRow,
} from '@/features/surveys/issuing/queries'
import { METHODS, QUESTIONNAIRE_STATES, questionnaireFilter } from '@/features/surveys/issuing/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'
import { TextLink } from '@/ui/text-link'
import type { Tone } from '@/ui/tone'

const LIST = '/office/surveys'
const TONES: Record<QuestionnaireRow['state'], Tone> = {
  issued: 'neutral',
  begun: 'warn',
  returned: 'good',
  declined: 'bad',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

export default async function QuestionnairesPage({ params, searchParams }: Props) {
  const act = await pageAct('surveys.answers')
  const key = surveyKey.safeParse(await params)
  const survey = key.success ? await findSurvey(act, key.data.id, 'surveys.answers') : null
  if (!survey) notFound()
  const query = await searchParams
  const filter = filterFrom(questionnaireFilter, query)
  const [t, surveys, format, page, communities] = await Promise.all([
    getTranslations('surveys.list'),
    getTranslations('surveys'),
    getFormatter(),
    listQuestionnaires(act, survey.id, filter),
    communityOptions(act, 'surveys.answers'),
  ])
  const path = `${LIST}/${survey.id}/questionnaires`
  // Whoever opens a household's link answers in its place: only those who issue it are shown it, while it is good.
  const showsLinks = mayWriteSurveys(act.principal) && survey.state === 'running'
  const methodOf = (method: string | null) =>
    METHODS.some((one) => one === method) ? surveys(`methods.${method as 'visit'}`) : (method ?? '—')
  const columns: Column<QuestionnaireRow>[] = [
    { key: 'number', header: t('number'), names: true, cell: ({ number }) => number },
    {
      key: 'place',
      header: t('place'),
      cell: ({ compound, building, door }) => [compound.name, building?.name, door].filter(Boolean).join(' '),
    },
    {
      key: 'community',
      header: t('community'),
      optional: 'off',
      cell: ({ compound }) => compound.community?.name,
    },
    { key: 'grid', header: t('grid'), optional: true, cell: ({ building }) => building?.grid?.name ?? '—' },
    {
      key: 'visitors',
      header: t('visitors'),
      cell: ({ visitors, state }) =>
        state === 'issued' || state === 'begun' ? visitors.join('、') || '—' : '—',
    },
    { key: 'method', header: t('method'), optional: true, cell: ({ method }) => methodOf(method) },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      key: 'returnedOn',
      header: t('returnedOn'),
      optional: true,
      cell: ({ returnedOn }) =>
        returnedOn ? format.dateTime(returnedOn, { dateStyle: 'medium', timeZone: 'UTC' }) : '—',
    },
    ...(showsLinks
      ? [
          {
            key: 'link',
            header: t('link'),
            cell: ({ id, state }: QuestionnaireRow) =>
              state === 'returned' ? (
                '—'
              ) : (
                <TextLink href={`/survey/${codeOfQuestionnaire(id)}`}>{t('openLink')}</TextLink>
              ),
          },
        ]
      : []),
  ]
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      crumbs={[
        { label: surveys('title'), href: LIST },
        { label: survey.name, href: `${LIST}/${survey.id}` },
        { label: t('title') },
      ]}
      path={path}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      sort={{ by: 'number', direction: 'asc' }}
      search={{ label: t('search'), placeholder: '00001' }}
      selects={[
        {
          name: 'state',
          label: t('state'),
          all: t('allStates'),
          options: QUESTIONNAIRE_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
        { name: 'community', label: t('community'), all: t('allCommunities'), options: communities },
      ]}
      tools={<PrintButton label={surveys('print')} size="small" />}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    />
  )
}
