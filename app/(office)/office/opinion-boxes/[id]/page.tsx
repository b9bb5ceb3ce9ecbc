import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyingForm } from '@/features/opinions/boxes/components/emptying-form'
import { type BoxRow, buildingsBeside, findBox } from '@/features/opinions/boxes/queries'
import { boxKey } from '@/features/opinions/boxes/schema'
import { SlipForm } from '@/features/opinions/slips/components/slip-form'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { dateOf } from '@/server/term'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { type Column, DataTable } from '@/ui/data-table'
import { DescriptionList } from '@/ui/description-list'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/opinion-boxes'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

/** A box: its rounds, an emptying to record, and its slips to type in. */
export default async function OpinionBoxPage({ params, searchParams }: Props) {
  const act = await pageAct('opinions.read')
  const key = boxKey.safeParse(await params)
  const box = key.success ? await findBox(act, key.data.id) : null
  if (!box) notFound()
  const { id, version, building, place, rounds, isOverdue, endedAt } = box
  const [t, format, happenings, handled, buildings, query] = await Promise.all([
    getTranslations('opinion-boxes'),
    getFormatter(),
    timelineOf(act, 'opinion-box', id),
    findBox(act, id, 'opinions.handle'),
    box.serves === 'compound' ? buildingsBeside(act, building.compoundId) : [],
    searchParams,
  ])
  const name = `${building.compound.name} ${building.name} ${place}`
  const open = rounds.filter(({ slips, typed }) => typed < slips)
  const columns: Column<BoxRow['rounds'][number]>[] = [
    {
      key: 'emptiedAt',
      header: t('fields.emptiedAt'),
      names: true,
      cell: ({ emptiedHour }) => format.dateTime(emptiedHour, 'moment'),
    },
    { key: 'slips', header: t('fields.slips'), numeric: true, cell: ({ slips }) => slips },
    {
      key: 'typed',
      header: t('fields.typed'),
      cell: ({ slips, typed }) => (
        <Badge tone={typed >= slips ? 'good' : 'warn'}>
          {typed >= slips ? t('allTyped') : t('typedOf', { typed, slips })}
        </Badge>
      ),
    },
    { key: 'actor', header: t('fields.actor'), cell: ({ actor, witness }) => t('two', { actor, witness }) },
  ]
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: LIST }, { label: name }]}
        lead={
          <Badge tone={endedAt ? 'neutral' : isOverdue ? 'bad' : 'good'}>
            {t(endedAt ? 'ended' : isOverdue ? 'overdue' : 'inTime')}
          </Badge>
        }
        actions={
          handled &&
          !endedAt && (
            <>
              <LinkButton href={`${LIST}/${id}/edit`}>{t('edit')}</LinkButton>
              <ActionButton
                trigger={t('end')}
                title={t('endTitle', { name })}
                why={t('endWhy')}
                confirm={t('end')}
                danger
                action={`/api/v1/opinion-boxes/${id}/end`}
                body={{ version }}
              />
            </>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.building'), value: `${building.compound.name} ${building.name}` },
            { term: t('fields.serves'), value: t(`serve.${box.serves as 'building'}`) },
            { term: t('fields.place'), value: place },
            { term: t('fields.since'), value: format.dateTime(box.since, 'day') },
            { term: t('fields.dueOn'), value: endedAt ? null : format.dateTime(dateOf(box.dueOn), 'day') },
          ]}
        />
      </Panel>
      {handled && !endedAt && (
        <Panel title={t('empty')}>
          <p className="text-sm text-ink-soft">{t('emptyWhy')}</p>
          <ClientMessages namespaces={['opinion-boxes']}>
            <EmptyingForm key={rounds[0]?.id ?? 'none'} boxId={id} now={act.now} />
          </ClientMessages>
        </Panel>
      )}
      {handled && open.length > 0 && (
        <Panel title={t('slip')}>
          <p className="text-sm text-ink-soft">{t('slipWhy')}</p>
          <ClientMessages namespaces={['opinion-boxes', 'opinions']}>
            <SlipForm
              key={open.map(({ typed }) => typed).join()}
              boxId={id}
              buildings={buildings}
              rounds={open.map((round) => ({
                value: round.id,
                label: t('roundOf', {
                  at: format.dateTime(round.emptiedHour, 'moment'),
                  typed: round.typed,
                  slips: round.slips,
                }),
              }))}
            />
          </ClientMessages>
        </Panel>
      )}
      <Panel title={t('rounds')} flush>
        <DataTable
          caption={t('fields.round')}
          columns={columns}
          rows={rounds}
          rowKey={(round) => round.id}
          path={`${LIST}/${id}`}
          query={query}
          empty={<EmptyState title={t('noRounds')} why={t('noRoundsWhy')} />}
        />
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="opinion-boxes" />
      </Panel>
    </div>
  )
}
