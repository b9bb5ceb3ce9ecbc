import { getTranslations } from 'next-intl/server'
import { listImports } from '@/features/imports/queries'
import { importFilter } from '@/features/imports/schema'
import { LatestImports } from '@/features/insights/overview/components/latest-imports'
import { NextSteps } from '@/features/insights/overview/components/next-steps'
import { type Gaps, nextSteps } from '@/features/insights/overview/next-steps/rules'
import { StageBar, StageKey } from '@/features/places/stages/components/stage-bar'
import { standings } from '@/features/places/stages/queries'
import { shareOf } from '@/features/places/stages/rules'
import { ZonePlan } from '@/features/zones/components/zone-plan'
import { groundOf } from '@/features/zones/plan/queries'
import { zoneOptions } from '@/features/zones/register/queries'
import { markOf } from '@/features/zones/register/rules'
import type { Act } from '@/server/act'
import { holds } from '@/server/principal'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const NEWEST = 3

/** Below the figures of the home page: what to do next, how far the compounds have come, the zones, the latest imports. */
export async function OfficeGlance({ act, overview }: { act: Act; overview: Gaps }) {
  const { principal } = act
  const t = await getTranslations('overview')
  const stage = await getTranslations('stages')
  const whole = shareOf(await standings(act))
  const names = { none: stage('names.none'), managed: stage('names.managed'), good: stage('names.good') }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex flex-col gap-4">
        <NextSteps steps={nextSteps(overview, (duty) => holds(principal, duty))} />
        <Panel title={t('stages')} actions={<TextLink href="/office/stages">{t('allStages')}</TextLink>}>
          <StageBar stages={whole.stages} label={stage('three', whole.stages)} />
          <StageKey names={names} />
          <p className="text-sm text-ink-soft">{stage('three', whole.stages)}</p>
        </Panel>
        {holds(principal, 'imports.read') && (
          <LatestImports imports={(await listImports(act, importFilter.parse({}))).rows.slice(0, NEWEST)} />
        )}
      </div>
      {holds(principal, 'zones.read') && <ZoneGlance act={act} />}
    </div>
  )
}

async function ZoneGlance({ act }: { act: Act }) {
  const t = await getTranslations('overview')
  const zones = await getTranslations('zones')
  const [{ sites }, options] = await Promise.all([groundOf(act), zoneOptions(act)])
  return (
    <Panel title={t('zones')} actions={<TextLink href="/office/zones">{t('allZones')}</TextLink>}>
      {sites.length === 0 ? (
        <p className="text-sm text-ink-faint">{zones('noPlan')}</p>
      ) : (
        <ZonePlan
          sites={sites}
          groups={options.map(({ value, label }) => ({ id: value, mark: markOf(label) }))}
          title={zones('plan')}
          description={zones('planDescription', { zones: options.length, compounds: sites.length })}
        />
      )}
    </Panel>
  )
}
