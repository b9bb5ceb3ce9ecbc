import { getLocale, getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { formatHours } from '@/features/providers/hours/wording/rules'
import {
  type FlexibleHoursRow,
  listFlexibleHours,
  unclearOfficeHours,
} from '@/features/sheets/flexible-hours/queries'
import { flexibleHoursFilter } from '@/features/sheets/flexible-hours/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/hours'

export default async function HoursPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('sheets.read')
  const query = await searchParams
  const filter = filterFrom(flexibleHoursFilter, query)
  const t = await getTranslations('flexible-hours')
  const [rows, communities, unclear] = await Promise.all([
    listFlexibleHours(act, filter),
    communityOptions(act, 'sheets.read'),
    unclearOfficeHours(act),
  ])
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={PATH}
      query={query}
      page={{ rows, next: null, previous: null, total: rows.length }}
      columns={await hoursColumns()}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'position', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: [{ value: 'street', label: t('wholeStreet') }, ...communities],
        },
        {
          name: 'hours',
          label: t('fields.hoursText'),
          all: t('allHours'),
          options: [{ value: 'unclear', label: t('notUnderstood') }],
        },
        {
          name: 'ended',
          label: t('state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('endedOnly') }],
        },
      ]}
      actions={
        holds(act.principal, 'hours.write') && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('add')}
          </LinkButton>
        )
      }
      empty={
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={PATH}>{t('title')}</LinkButton>}
        />
      }
    >
      <p className="text-sm">
        <TextLink href="/office/providers?hours=unclear">{t('unclearProviders')}</TextLink>
      </p>
      {unclear.length > 0 && (
        <Alert tone="warn" title={t('unclearOffices')}>
          <ul>
            {unclear.map(({ id, name, officeHours }) => (
              <li key={id}>{t('officeHours', { name, hours: officeHours })}</li>
            ))}
          </ul>
        </Alert>
      )}
    </ListPage>
  )
}

async function hoursColumns(): Promise<Column<FlexibleHoursRow>[]> {
  const t = await getTranslations('flexible-hours')
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN'
  return [
    { key: 'title', header: t('fields.title'), names: true, cell: ({ title }) => title },
    {
      key: 'community',
      header: t('fields.community'),
      cell: ({ community }) => community?.name ?? t('wholeStreet'),
    },
    { key: 'hoursText', header: t('fields.hoursText'), cell: ({ hoursText }) => hoursText },
    {
      key: 'understood',
      header: t('fields.understood'),
      cell: ({ understood }) =>
        understood ? formatHours(understood, locale) : <Badge tone="warn">{t('notUnderstood')}</Badge>,
    },
    { key: 'place', header: t('fields.place'), optional: true, cell: ({ place }) => place ?? '—' },
    { key: 'phone', header: t('fields.phone'), optional: true, cell: ({ phone }) => phone ?? '—' },
    {
      key: 'position',
      header: t('fields.position'),
      numeric: true,
      optional: 'off',
      cell: ({ position }) => position,
    },
  ]
}
