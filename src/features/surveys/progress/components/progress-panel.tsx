import { useFormatter, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/ui/data-table'
import { LinkButton } from '@/ui/link-button'
import { addressWith, type PageQuery } from '@/ui/page-address'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'
import type { Progress, ProgressRow } from '../queries'
import { percentOf, type Tally } from '../rules'
import { LEVELS, type ProgressFilter } from '../schema'

export type ProgressPanelProps = {
  progress: Progress
  filter: ProgressFilter
  path: string
  query: PageQuery
  /** The reader may see which door is open, and is led there. */
  seesDoors: boolean
}

const COUNTS: readonly (keyof Tally)[] = ['issued', 'returned', 'begun', 'declined', 'open']

/** How far a campaign has come, place by place, from the community down to its doors. */
export function ProgressPanel({ progress, filter, path, query, seesDoors }: ProgressPanelProps) {
  const t = useTranslations('surveys')
  const format = useFormatter()
  const further = ({ id, name }: ProgressRow) => {
    const label = name ?? t('nowhere')
    if (!id) return label
    if (filter.by === 'community')
      return <TextLink href={addressWith(path, {}, { by: 'grid', community: id })}>{label}</TextLink>
    if (filter.by === 'grid')
      return <TextLink href={addressWith(path, {}, { by: 'building', grid: id })}>{label}</TextLink>
    if (!seesDoors) return label
    return (
      <TextLink href={addressWith(`${path}/questionnaires`, {}, { building: id, state: 'open' })}>
        {label}
      </TextLink>
    )
  }
  const columns: Column<ProgressRow>[] = [
    { key: 'place', header: t('place'), names: true, cell: further },
    ...(filter.by === 'community'
      ? []
      : [{ key: 'within', header: t('fields.places'), cell: ({ within }: ProgressRow) => within }]),
    ...COUNTS.map(
      (count): Column<ProgressRow> => ({
        key: count,
        header: t(`counts.${count}`),
        numeric: true,
        cell: ({ tally }) => format.number(tally[count]),
      }),
    ),
    {
      key: 'share',
      header: t('share'),
      numeric: true,
      cell: ({ tally }) => t('percent', { percent: percentOf(tally) }),
    },
  ]
  return (
    <Panel
      title={t('progress')}
      actions={LEVELS.map((by) => (
        <LinkButton
          key={by}
          href={addressWith(path, {}, { by, community: filter.community ?? null, grid: null })}
          size="small"
          kind={by === filter.by ? 'secondary' : 'quiet'}
        >
          {t(`by.${by}`)}
        </LinkButton>
      ))}
    >
      <DataTable
        caption={t(`by.${filter.by}`)}
        columns={columns}
        rows={progress.rows}
        rowKey={({ id, within }) => `${id} ${within}`}
        path={path}
        query={query}
        empty={<p className="text-ink-soft">{t('progressNone')}</p>}
      />
    </Panel>
  )
}
