import { getFormatter, getTranslations } from 'next-intl/server'
import { isDemoStreet, listMessages, type MessageRow } from '@/features/people/outbox/queries'
import { MESSAGE_CHANNELS, MESSAGE_STATES, messageFilter } from '@/features/people/outbox/schema'
import { driverOf } from '@/server/messengers/channels'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/outbox'
const TONES = { queued: 'note', sent: 'good', failed: 'warn', dead: 'bad' } as const

/** What the system has told people: sent, waiting and given up. */
export default async function OutboxPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('outbox.read')
  const query = await searchParams
  const isDemo = await isDemoStreet(act)
  const [t, format, page] = await Promise.all([
    getTranslations('outbox'),
    getFormatter(),
    listMessages(act, filterFrom(messageFilter, query), isDemo),
  ])
  const mayRetry = holds(act.principal, 'outbox.retry')
  const columns: Column<MessageRow>[] = [
    {
      key: 'createdAt',
      header: t('fields.createdAt'),
      names: true,
      cell: ({ createdAt }) => format.dateTime(createdAt, 'moment'),
    },
    {
      key: 'channel',
      header: t('fields.channel'),
      cell: ({ channel }) => t(`channels.${channel as 'sms'}`),
    },
    { key: 'address', header: t('fields.address'), cell: ({ address }) => address },
    {
      key: 'words',
      header: t('fields.words'),
      cell: ({ words }) => <span className="block sm:min-w-56 break-words">{words}</span>,
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state, lastFault }) => (
        <span className="flex flex-col gap-1">
          <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>
          {lastFault && (
            <span className="text-sm text-ink-soft">{lastFault === 'off' ? t('faultOff') : lastFault}</span>
          )}
        </span>
      ),
    },
    { key: 'attempts', header: t('fields.attempts'), optional: 'off', cell: ({ attempts }) => attempts },
    {
      key: 'notBefore',
      header: t('fields.notBefore'),
      optional: true,
      cell: ({ notBefore, state }) =>
        state === 'queued' || state === 'failed' ? format.dateTime(notBefore, 'moment') : '—',
    },
    {
      key: 'sentAt',
      header: t('fields.sentAt'),
      cell: ({ sentAt }) => (sentAt ? format.dateTime(sentAt, 'moment') : '—'),
    },
    ...(mayRetry
      ? [
          {
            key: 'action',
            header: t('fields.action'),
            cell: ({ id, state }: MessageRow) =>
              state === 'dead' ? (
                <ActionButton
                  trigger={t('retry')}
                  title={t('retryTitle')}
                  why={t('retryWhy')}
                  confirm={t('retry')}
                  action={`/api/v1/outbox/${id}/retry`}
                  body={{}}
                />
              ) : (
                '—'
              ),
          },
        ]
      : []),
  ]
  return (
    <div className="flex flex-col gap-4">
      {!driverOf('sms') && <Alert tone="warn">{t('off')}</Alert>}
      <ListPage
        title={t('title')}
        lead={isDemo ? t('demoLead') : t('lead')}
        path={PATH}
        query={query}
        page={page}
        columns={columns}
        rowKey={({ id }) => id}
        sort={{ by: 'createdAt', direction: 'desc' }}
        search={{ label: t('search'), placeholder: t('searchExample') }}
        selects={[
          {
            name: 'state',
            label: t('fields.state'),
            all: t('allStates'),
            options: MESSAGE_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          },
          {
            name: 'channel',
            label: t('fields.channel'),
            all: t('allChannels'),
            options: MESSAGE_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            title={t('emptyTitle')}
            why={t('emptyWhy')}
            action={<LinkButton href={PATH}>{t('title')}</LinkButton>}
          />
        }
      />
    </div>
  )
}
