import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { QuestionList } from '@/features/surveys/campaigns/components/question-list'
import { SurveyActions } from '@/features/surveys/campaigns/components/survey-actions'
import { maySeeAnalysis, mayWriteSurveys } from '@/features/surveys/campaigns/policy'
import { findSurvey } from '@/features/surveys/campaigns/queries'
import { surveyKey } from '@/features/surveys/campaigns/schema'
import { ProgressPanel } from '@/features/surveys/progress/components/progress-panel'
import { progressOf } from '@/features/surveys/progress/queries'
import { progressFilter } from '@/features/surveys/progress/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { StatTile } from '@/ui/stat-tile'

const LIST = '/office/surveys'
const COUNTS = ['issued', 'returned', 'begun', 'declined', 'open'] as const

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

export default async function SurveyPage({ params, searchParams }: Props) {
  const act = await pageAct('surveys.read')
  const key = surveyKey.safeParse(await params)
  const found = key.success ? await findSurvey(act, key.data.id, 'surveys.read') : null
  if (!found) notFound()
  const query = await searchParams
  const filter = filterFrom(progressFilter, query)
  const [t, timeline, format, locale, progress, happenings] = await Promise.all([
    getTranslations('surveys'),
    getTranslations('timeline'),
    getFormatter(),
    getLocale(),
    progressOf(act, found.id, filter),
    timelineOf(act, 'survey', found.id, 20),
  ])
  const { id, name, nameEn, intro, introEn, state, form, earlier } = found
  const path = `${LIST}/${id}`
  const title = locale === 'en' ? (nameEn ?? name) : name
  const day = (date: Date | null) => date && format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  const seesDoors = holds(act.principal, 'surveys.answers')
  const writes = mayWriteSurveys(act.principal)
  const analyses = maySeeAnalysis(act.principal)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: LIST }, { label: title }]}
        lead={
          <Badge tone={state === 'running' ? 'good' : state === 'draft' ? 'neutral' : 'note'}>
            {t(`states.${state}`)}
          </Badge>
        }
        actions={
          <SurveyActions
            survey={found}
            writes={writes}
            answers={seesDoors}
            analyses={analyses}
            issued={progress.total.issued}
          />
        }
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {COUNTS.map((count) => (
          <StatTile
            key={count}
            label={t(`counts.${count}`)}
            value={format.number(progress.total[count])}
            {...(seesDoors
              ? { href: `${path}/questionnaires${count === 'issued' ? '' : `?state=${count}`}` }
              : {})}
          />
        ))}
      </div>
      <ProgressPanel progress={progress} filter={filter} path={path} query={query} seesDoors={seesDoors} />
      <Panel title={t('questionsTitle')}>
        <p className="text-sm text-ink-soft">
          {form &&
            `${t('formOf', { number: form.number })} · ${t('formCount', { count: form.questions.length })}`}
        </p>
        <QuestionList questions={form?.questions ?? []} />
        {earlier.map(({ id: formId, number, questions }) => (
          <details key={formId}>
            <summary className="min-h-control-small cursor-pointer text-sm">
              {t('formOf', { number })} · {t('formCount', { count: questions.length })}
            </summary>
            <QuestionList questions={questions} />
          </details>
        ))}
      </Panel>
      <Panel title={t('fields.intro')}>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.startsOn'), value: day(found.startsOn) },
            { term: t('fields.endsOn'), value: day(found.endsOn) },
            { term: t('fields.nameEn'), value: nameEn },
            { term: t('fields.intro'), value: intro, wide: true },
            { term: t('fields.introEn'), value: introEn, wide: true },
          ]}
        />
      </Panel>
      <Panel title={timeline('title')}>
        <RecordTimeline happenings={happenings} namespace="surveys" />
      </Panel>
    </div>
  )
}
