import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { BoardsLink } from '@/features/sheets/boards/components/place-actions'
import { LeadTerms } from '@/features/zones/components/lead-terms'
import { ZoneActions } from '@/features/zones/components/zone-actions'
import { ZoneCompounds } from '@/features/zones/components/zone-compounds'
import { ZonePlan } from '@/features/zones/components/zone-plan'
import { mayRedraw } from '@/features/zones/policy'
import { findZone } from '@/features/zones/register/queries'
import { zoneKey } from '@/features/zones/register/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { dayFrom } from '@/server/term'
import { Badge } from '@/ui/badge'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { StatTile } from '@/ui/stat-tile'

export default async function ZonePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('zones.read')
  const key = zoneKey.safeParse(await params)
  const zone = key.success ? await findZone(act, key.data.id) : null
  if (!zone) notFound()
  const t = await getTranslations('zones')
  const stage = await getTranslations('stages')
  const format = await getFormatter()
  const { principal } = act
  const writes = holds(principal, 'zones.write') && mayRedraw(principal, 'zones.write')
  const confirms = holds(principal, 'zones.confirm') && mayRedraw(principal, 'zones.confirm')
  const sites = zone.compounds.flatMap(({ id, longitude, latitude, householdCount }) =>
    longitude === null || latitude === null
      ? []
      : [{ id, longitude, latitude, households: householdCount ?? 0, group: id }],
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={zone.name}
        crumbs={[{ label: t('title'), href: '/office/zones' }, { label: zone.name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            {zone.provisional ? (
              <Badge tone="warn">{t('provisional')}</Badge>
            ) : (
              <Badge tone="good">{t('confirmed')}</Badge>
            )}
            {zone.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={
          <ZoneActions zone={zone} ended={zone.endedAt !== null} writes={writes} confirms={confirms} />
        }
      />
      <section aria-label={t('totals')} className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        {(['compounds', 'buildings', 'households', 'over60', 'areaSquareMetres'] as const).map((figure) => (
          <StatTile
            key={figure}
            label={t(`fields.${figure}`)}
            value={format.number(zone.totals[figure], 'whole')}
          />
        ))}
      </section>
      <p className="text-sm text-ink-soft">
        {stage('three', zone.totals.stages)}
        {zone.totals.pilots > 0 && ` ${t('pilotsOf', { count: zone.totals.pilots })}`}
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel
          title={t('compounds')}
          actions={
            !zone.endedAt && (
              <>
                {holds(principal, 'sheets.read') && <BoardsLink place={{ kind: 'zone', id: zone.id }} />}
                {writes && <LinkButton href={`/office/zones/move?from=${zone.id}`}>{t('move')}</LinkButton>}
              </>
            )
          }
        >
          <ZoneCompounds compounds={zone.compounds} />
        </Panel>
        {sites.length > 0 && (
          <ZonePlan
            sites={sites}
            groups={zone.compounds.map(({ id }, index) => ({ id, mark: String(index + 1) }))}
            title={t('planOf', { zone: zone.name })}
            description={t('planOfDescription', { compounds: sites.length })}
          />
        )}
      </div>
      <Panel
        title={t('leads')}
        actions={
          writes &&
          !zone.endedAt && <LinkButton href={`/office/zones/${zone.id}/lead`}>{t('appointLead')}</LinkButton>
        }
      >
        <LeadTerms
          zoneId={zone.id}
          today={dayOf(act.now)}
          writes={writes}
          leads={zone.leads.map(({ id, startsOn, endsOn, worker }) => ({
            id,
            name: worker.person.name,
            post: worker.post,
            startsOn: dayFrom(startsOn),
            endsOn: endsOn && dayFrom(endsOn),
          }))}
        />
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={await timelineOf(act, 'zone', zone.id)} namespace="zones" />
      </Panel>
    </div>
  )
}
