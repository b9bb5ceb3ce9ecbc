import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MatchButton } from '@/features/demands/kitchen/components/match-button'
import { Reasons } from '@/features/demands/kitchen/components/reasons'
import { type SuggestionRow, suggestionsFor } from '@/features/demands/kitchen/queries'
import { suggestionFilter } from '@/features/demands/kitchen/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/kitchen/suggestions'
const TONES = { covered: 'good', partly: 'warn', none: 'bad' } as const

/** Which resources could serve a demand in an area, with reasons; people decide. */
export default async function SuggestionsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('kitchen.read')
  const query = await searchParams
  const filter = suggestionFilter.safeParse(query)
  const found = filter.success ? await suggestionsFor(act, filter.data) : null
  if (!filter.success || !found) notFound()
  const [t, resources] = await Promise.all([getTranslations('kitchen'), getTranslations('resources')])
  const { demand, area, households, coverage, rows } = found
  const writes = holds(act.principal, 'kitchen.write')
  const areaName = area.name ?? t('wholeStreet')
  const columns: Column<SuggestionRow>[] = [
    { key: 'resource', header: t('fields.resource'), names: true, cell: ({ name }) => name },
    {
      key: 'kind',
      header: resources('fields.kind'),
      cell: ({ kind }) => resources(`kinds.${kind as 'crew'}`),
    },
    { key: 'points', header: t('fields.points'), numeric: true, cell: ({ points }) => points },
    { key: 'reasons', header: t('fields.reasons'), cell: ({ reasons }) => <Reasons reasons={reasons} /> },
    {
      key: 'match',
      header: t('match'),
      cell: (row) =>
        row.matchId ? (
          <TextLink href={`/office/kitchen/matches/${row.matchId}`}>{t('isMatched')}</TextLink>
        ) : writes ? (
          <MatchButton
            demand={demand}
            area={{ zoneId: filter.data.zone ?? null, compoundId: filter.data.compound ?? null }}
            resource={row}
          />
        ) : (
          '—'
        ),
    },
  ]
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('suggestTitle', { demand: demand.title, area: areaName })}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={TONES[coverage]}>{t(`coverages.${coverage}`)}</Badge>
            {t('suggestLead', { count: households })}
          </span>
        }
        crumbs={[
          { label: t('title'), href: '/office/kitchen' },
          ...(area.id && area.name
            ? [
                {
                  label: area.name,
                  href: `/office/kitchen?${filter.data.compound ? 'compound' : 'zone'}=${area.id}`,
                },
              ]
            : []),
          { label: demand.title },
        ]}
      />
      <DataTable
        caption={t('suggestCaption')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        {...(holds(act.principal, 'resources.read')
          ? { rowHref: ({ id }: SuggestionRow) => `/office/resources/${id}` }
          : {})}
        path={PATH}
        query={query}
        empty={
          <EmptyState
            title={t('noneTitle')}
            why={t('noneWhy')}
            action={
              holds(act.principal, 'resources.write') && (
                <LinkButton href="/office/resources/new">{t('addResource')}</LinkButton>
              )
            }
          />
        }
      />
    </div>
  )
}
