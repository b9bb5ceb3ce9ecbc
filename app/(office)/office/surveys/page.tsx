import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { mayWriteSurveys } from '@/features/surveys/campaigns/policy'
import { listSurveys, type SurveyRow } from '@/features/surveys/campaigns/queries'
import { SURVEY_STATES, surveyFilter } from '@/features/surveys/campaigns/schema'
import { percentOf } from '@/features/surveys/progress/rules'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'
import type { Tone } from '@/ui/tone'

const PATH = '/office/surveys'
const TONES: Record<SurveyRow['state'], Tone> = { draft: 'neutral', running: 'good', finished: 'note' }

export default async function SurveysPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('surveys.read')
  const query = await searchParams
  const filter = filterFrom(surveyFilter, query)
  const [t, format, locale, page] = await Promise.all([
    getTranslations('surveys'),
    getFormatter(),
    getLocale(),
    listSurveys(act, filter),
  ])
  const day = (date: Date | null) =>
    date ? format.dateTime(date, { dateStyle: 'medium', timeZone: 'UTC' }) : '—'
  const columns: Column<SurveyRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      names: true,
      cell: ({ name, nameEn }) => (locale === 'en' ? (nameEn ?? name) : name),
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>,
    },
    { key: 'startsOn', header: t('fields.startsOn'), optional: true, cell: (row) => day(row.startsOn) },
    { key: 'endsOn', header: t('fields.endsOn'), optional: true, cell: (row) => day(row.endsOn) },
    {
      key: 'issued',
      header: t('fields.issued'),
      numeric: true,
      cell: ({ issued }) => format.number(issued),
    },
    {
      key: 'returned',
      header: t('fields.returned'),
      numeric: true,
      cell: ({ returned }) => format.number(returned),
    },
    {
      key: 'share',
      header: t('fields.share'),
      numeric: true,
      cell: (row) => t('percent', { percent: percentOf({ ...row, begun: 0, declined: 0, open: 0 }) }),
    },
  ]
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'createdAt', direction: filter.direction }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: SURVEY_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
      ]}
      actions={
        mayWriteSurveys(act.principal) && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('add')}
          </LinkButton>
        )
      }
      tools={<PrintButton label={t('print')} size="small" />}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    />
  )
}
