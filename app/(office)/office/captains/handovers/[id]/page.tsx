import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { OpenList } from '@/features/requests/captain-handovers/components/open-list'
import { findHandover } from '@/features/requests/captain-handovers/queries'
import { handoverKey } from '@/features/requests/captain-handovers/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { PrintButton } from '@/ui/print-button'
import { TextLink } from '@/ui/text-link'

/** What one captain hands over to the next, for both to sign. */
export default async function CaptainHandoverPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('captains.read')
  const key = handoverKey.safeParse(await params)
  const handover = key.success ? await findHandover(act, key.data.id) : null
  if (!handover) notFound()
  const { id, version, from, successor, givenOn, takenOn } = handover
  const [t, captains, format, office, happenings] = await Promise.all([
    getTranslations('captain-handovers'),
    getTranslations('captains'),
    getFormatter(),
    holds(act.principal, 'captains.write') ? findHandover(act, id, 'captains.write') : null,
    timelineOf(act, 'captain-handover', id),
  ])
  const maySign = (personId: string | undefined) => office !== null || personId === act.principal.personId
  const title = t('titleOf', { name: from.name })
  const sign = (side: 'given' | 'taken') => (
    <ActionButton
      trigger={t(`sign.${side}`)}
      triggerKind="primary"
      title={t(`sign.${side}Title`)}
      why={t('signWhy')}
      confirm={t(`sign.${side}`)}
      action={`/api/v1/captain-handovers/${id}/signature`}
      body={{ side, version }}
      asks={[{ name: 'day', label: t('day'), type: 'date', value: dayOf(act.now), required: true }]}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[
          { label: captains('title'), href: '/office/captains' },
          { label: t('title'), href: '/office/captains/handovers' },
          { label: title },
        ]}
        actions={
          <>
            {!givenOn && maySign(from.personId) && sign('given')}
            {!takenOn && successor && maySign(successor.personId) && sign('taken')}
            <PrintButton label={t('print')} />
          </>
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('unsigned')}
          items={[
            {
              term: t('fields.from'),
              value: <TextLink href={`/office/captains/${from.id}`}>{from.name}</TextLink>,
            },
            {
              term: t('fields.to'),
              value: successor ? (
                <TextLink href={`/office/captains/${successor.id}`}>{successor.person.name}</TextLink>
              ) : (
                t('noSuccessor')
              ),
            },
            {
              term: t('fields.buildings'),
              value: handover.buildings.map(({ name }) => name).join('、'),
              wide: true,
            },
            { term: t('fields.givenOn'), value: givenOn && format.dateTime(givenOn, 'day') },
            { term: t('fields.takenOn'), value: takenOn && format.dateTime(takenOn, 'day') },
            ...(handover.words ? [{ term: t('fields.words'), value: handover.words, wide: true }] : []),
          ]}
        />
      </Panel>
      <Panel title={t(handover.isKept ? 'openThen' : 'openNow')}>
        <OpenList open={handover.open} linksRequests={holds(act.principal, 'requests.read')} />
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="captain-handovers" />
      </Panel>
    </div>
  )
}
