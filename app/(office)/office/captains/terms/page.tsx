import { getFormatter, getTranslations } from 'next-intl/server'
import { CoverageTable } from '@/features/captains/terms/components/coverage-table'
import { EndingList } from '@/features/captains/terms/components/ending-list'
import { type Terms, termsOf } from '@/features/captains/terms/queries'
import { termFilter } from '@/features/captains/terms/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { FilterBar } from '@/ui/filter-bar'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { StatTile } from '@/ui/stat-tile'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/captains/terms'
const SOON_DAYS = 90

/** No building without a captain: what ends when, what is vacant, and what is being done about it. */
export default async function CaptainTermsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('captains.read')
  const filter = filterFrom(termFilter, await searchParams)
  const [t, captains, format, terms, communities] = await Promise.all([
    getTranslations('captain-terms'),
    getTranslations('captains'),
    getFormatter(),
    termsOf(act, filter),
    communityOptions(act, 'captains.read'),
  ])
  const sum = (pick: (row: Terms['byCommunity'][number]) => number) =>
    terms.byCommunity.reduce((total, row) => total + pick(row), 0)
  const endings = terms.months.flatMap((month) => month.endings)
  const soon = new Date(act.now.getTime() + SOON_DAYS * 86_400_000).toISOString().slice(0, 10)
  const inCommunity = filter.community ? `&community=${filter.community}` : ''
  // All grids of one community; of a whole street those where something is missing.
  const grids = filter.community ? terms.byGrid : terms.byGrid.filter(({ vacant }) => vacant > 0)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ label: captains('title'), href: '/office/captains' }, { label: t('title') }]}
        actions={
          holds(act.principal, 'elections.write') && (
            <LinkButton href="/office/elections/new" kind="primary" icon="plus">
              {t('openElection')}
            </LinkButton>
          )
        }
      />
      <FilterBar
        selects={[
          { name: 'community', label: t('community'), all: t('allCommunities'), options: communities },
        ]}
        total={sum((row) => row.buildings)}
      />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatTile
          label={t('vacant')}
          value={String(terms.vacancies.length)}
          note={t('ofBuildings', { count: sum((row) => row.buildings) })}
          href={`/office/buildings?captain=none${inCommunity}`}
          tone={terms.vacancies.length > 0 ? 'warn' : 'neutral'}
        />
        <StatTile
          label={t('vacantStairwells')}
          value={String(sum((row) => row.vacantStairwells))}
          note={t('ofStairwells', { count: sum((row) => row.stairwells) })}
        />
        <StatTile
          label={t('endsSoon')}
          value={String(endings.filter(({ isOverdue, endsOn }) => !isOverdue && endsOn <= soon).length)}
          note={t('endsSoonNote', { days: SOON_DAYS })}
        />
        <StatTile label={t('openEnded')} value={String(terms.openEnded)} note={t('openEndedNote')} />
      </div>
      <Panel title={t('calendar')}>
        {terms.months.length === 0 && <p className="text-sm text-ink-soft">{t('noEndings')}</p>}
        <div className="flex flex-col gap-3">
          {terms.months.map(({ month, endings: ofMonth }) => (
            <section key={month ?? 'overdue'} aria-label={month ?? t('overdueTitle')}>
              <h3 className="text-sm font-semibold">
                {month ? format.dateTime(new Date(`${month}-15T00:00:00Z`), 'month') : t('overdueTitle')}
              </h3>
              <EndingList endings={ofMonth} />
            </section>
          ))}
        </div>
      </Panel>
      <Panel title={t('vacancies')}>
        <Vacancies vacancies={terms.vacancies} maySeek={holds(act.principal, 'captains.write')} />
      </Panel>
      <Panel title={t('byCommunity')} flush>
        <CoverageTable
          caption={t('coverageByCommunity')}
          first={t('community')}
          rows={terms.byCommunity}
          href={(id) => `/office/buildings?community=${id}`}
          path={PATH}
        />
      </Panel>
      {grids.length > 0 && (
        <Panel title={t(filter.community ? 'byGrid' : 'gridsWithGaps')} flush>
          <CoverageTable
            caption={t('coverageByGrid')}
            first={t('grid')}
            rows={grids}
            href={(id) => `/office/buildings?grid=${id}`}
            path={PATH}
          />
        </Panel>
      )}
    </div>
  )
}

async function Vacancies({ vacancies, maySeek }: { vacancies: Terms['vacancies']; maySeek: boolean }) {
  const t = await getTranslations('captain-terms')
  if (vacancies.length === 0) return <p className="text-sm text-ink-soft">{t('noVacancy')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {vacancies.map(({ id, name, community, grid, election }) => (
        <li key={id} className="flex min-h-control flex-wrap items-center gap-x-3 py-1">
          <span className="font-medium">
            {maySeek ? <TextLink href={`${PATH}/${id}`}>{name}</TextLink> : name}
          </span>
          <span className="text-ink-soft">{[community, grid].filter(Boolean).join(' · ')}</span>
          {election ? (
            <TextLink href={`/office/elections/${election.id}`}>{t('underWay')}</TextLink>
          ) : (
            <Badge tone="warn">{t('nothingYet')}</Badge>
          )}
        </li>
      ))}
    </ul>
  )
}
