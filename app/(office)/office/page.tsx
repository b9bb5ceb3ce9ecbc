import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { startsAsCaptain, startsAsResident, startsAsWorker } from '@/features/captains/own-post/queries'
import { overviewOf } from '@/features/insights/overview/queries'
import { pageAct } from '@/server/page'
import type { Permission } from '@/server/permissions'
import { holds } from '@/server/principal'
import { PageHeader } from '@/ui/page-header'
import { StatTile } from '@/ui/stat-tile'
import { OfficeGlance } from './office-glance'

const GAPS = ['buildingsWithoutCaptain', 'captainsWithoutPhone', 'gridsWithoutMember'] as const
const COUNTS = ['compounds', 'buildings', 'grids'] as const
/** Where a figure leads, for those who may read it there. */
const LISTS: Record<(typeof COUNTS)[number] | (typeof GAPS)[number], { href: string; allow: Permission }> = {
  compounds: { href: '/office/compounds', allow: 'places.read' },
  grids: { href: '/office/grids', allow: 'grids.read' },
  gridsWithoutMember: { href: '/office/grids?members=none', allow: 'grids.read' },
  buildings: { href: '/office/buildings', allow: 'places.read' },
  buildingsWithoutCaptain: { href: '/office/buildings?captain=none', allow: 'places.read' },
  captainsWithoutPhone: { href: '/office/captains?phone=none', allow: 'captains.read' },
}

export default async function OfficePage() {
  const act = await pageAct()
  if (await startsAsCaptain(act)) redirect('/captain')
  if (startsAsWorker(act.principal)) redirect('/worker')
  if (startsAsResident(act.principal)) redirect('/my')
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const overview = holds(act.principal, 'places.read') ? await overviewOf(act) : null
  const tile = (key: (typeof COUNTS)[number] | (typeof GAPS)[number], value: number, isGap: boolean) => (
    <StatTile
      key={key}
      label={t(key)}
      value={format.number(value, 'whole')}
      {...(isGap && value > 0 ? { tone: 'warn' as const } : {})}
      {...(holds(act.principal, LISTS[key].allow) ? { href: LISTS[key].href } : {})}
    />
  )
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('welcome', { name: act.principal.name })}
        lead={format.dateTime(act.now, 'dayAndWeekday')}
      />
      {overview ? (
        <>
          <section aria-label={t('registers')} className="grid grid-cols-2 gap-3 lg:grid-cols-3">
            {COUNTS.map((key) => tile(key, overview[key], false))}
          </section>
          <section aria-label={t('gaps')} className="flex flex-col gap-2">
            <h2 className="text-lg font-semibold">{t('gaps')}</h2>
            <div className="grid grid-cols-2 gap-3 lg:grid-cols-3">
              {GAPS.map((key) => tile(key, overview[key], true))}
            </div>
          </section>
          <OfficeGlance act={act} overview={overview} />
        </>
      ) : (
        <p>{t('nothing')}</p>
      )}
    </div>
  )
}
