import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { CrossedPanel } from '@/features/surveys/analysis/components/crossed-panel'
import { wordingOf } from '@/features/surveys/analysis/components/figure-words'
import { QuestionPanel } from '@/features/surveys/analysis/components/question-panel'
import { analysisOf } from '@/features/surveys/analysis/queries'
import { analysisFilter, GROUPINGS, surveyKey } from '@/features/surveys/analysis/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Alert } from '@/ui/alert'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { FilterBar } from '@/ui/filter-bar'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { PrintButton } from '@/ui/print-button'
import { StatTile } from '@/ui/stat-tile'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

/** What a campaign's answers say: each question's distribution, or one question crossed by places. */
export default async function SurveyAnalysisPage({ params, searchParams }: Props) {
  const act = await pageAct('surveys.read')
  const key = surveyKey.safeParse(await params)
  const query = await searchParams
  const asked = filterFrom(analysisFilter, query)
  const crosses = asked.by !== 'none'
  const analysis = key.success ? await analysisOf(act, key.data.id, asked) : null
  if (!analysis) notFound()
  const [t, format, locale] = await Promise.all([
    getTranslations('survey-analysis'),
    getFormatter(),
    getLocale(),
  ])
  const { sight, isOpen, issued, returned, households, effect, communities, compounds, questions } = analysis
  const isEnglish = locale === 'en'
  const wording = wordingOf(t, format, sight, isEnglish)
  const path = `/office/surveys/${analysis.id}/analysis`
  const crossed = crosses ? questions[0] : undefined
  const choices = (some: readonly { key: string; label: string; labelEn: string | null }[]) =>
    some.map((one) => ({ value: one.key, label: wording.named(one) }))
  const nameOf = (name: string) =>
    asked.by === 'age'
      ? name
        ? t('decade', { from: name, to: String(Number(name) + 9) })
        : t('noYear')
      : name || t('noGrid')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title', { name: (isEnglish && analysis.nameEn) || analysis.name })}
        lead={t('lead')}
        actions={
          <>
            {holds(act.principal, 'surveys.single') && (
              <LinkButton href={`/office/surveys/${analysis.id}/texts`} size="small">
                {t('texts')}
              </LinkButton>
            )}
            <PrintButton label={t('print')} size="small" />
            {holds(act.principal, 'registers.export') && isOpen && (
              <ExportButton
                label={t('export')}
                failed={t('exportFailed')}
                action={`/api/v1/surveys/${analysis.id}/analysis/export`}
                body={asked}
              />
            )}
          </>
        }
      />
      <FilterBar
        total={returned}
        selects={[
          {
            name: 'by',
            label: t('by.label'),
            all: t('by.none'),
            options: GROUPINGS.flatMap((value) =>
              value === 'none' ? [] : { value, label: t(`by.${value}`) },
            ),
          },
          ...(crosses
            ? [
                {
                  name: 'question',
                  label: t('question'),
                  all: t('firstQuestion'),
                  options: choices(
                    analysis.asked.map(({ key: value, text, textEn }) => ({
                      key: value,
                      label: text,
                      labelEn: textEn,
                    })),
                  ),
                },
                {
                  name: 'item',
                  label: t('drawnAnswer'),
                  all: t('firstAnswer'),
                  options: choices(crossed?.items ?? []),
                },
              ]
            : []),
          { name: 'community', label: t('by.community'), all: t('allCommunities'), options: communities },
          { name: 'compound', label: t('by.compound'), all: t('allCompounds'), options: compounds },
          {
            name: 'weights',
            label: t('weights.label'),
            all: t('weights.compound'),
            options: (['community', 'none'] as const).map((value) => ({
              value,
              label: t(`weights.${value}`),
            })),
          },
        ]}
      />
      {sight === 'coarse' && isOpen && <Alert>{t('coarse')}</Alert>}
      {isOpen && returned > 0 ? (
        <>
          <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            <li>
              <StatTile label={t('fields.issued')} value={format.number(issued)} />
            </li>
            <li>
              <StatTile
                label={t('fields.returned')}
                value={format.number(returned)}
                note={t('rate', { rate: wording.share(issued === 0 ? null : returned / issued) })}
              />
            </li>
            <li>
              <StatTile label={t('fields.households')} value={format.number(households)} />
            </li>
            <li>
              <StatTile
                label={t('fields.effect')}
                value={format.number(effect, { maximumFractionDigits: 2 })}
                note={t('effective', { count: format.number(Math.round(returned / effect)) })}
              />
            </li>
          </ul>
          {crossed ? (
            <CrossedPanel
              question={crossed}
              heads={analysis.groups}
              chosen={asked.item}
              nameOf={nameOf}
              wording={wording}
              path={path}
              query={query}
            />
          ) : (
            questions.map((question) => (
              <QuestionPanel
                key={question.key}
                question={question}
                wording={wording}
                path={path}
                query={query}
              />
            ))
          )}
          <Panel title={t('method')}>
            <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-soft">
              {(['weights', 'interval', 'several', 'small'] as const).map((one) => (
                <li key={one}>{t(`methods.${one}`)}</li>
              ))}
            </ul>
          </Panel>
        </>
      ) : (
        <EmptyState
          title={t(isOpen ? 'emptyTitle' : 'closedTitle')}
          why={t(isOpen ? 'emptyWhy' : 'closedWhy')}
        />
      )}
    </div>
  )
}
