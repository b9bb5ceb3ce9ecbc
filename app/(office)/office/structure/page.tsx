import { getTranslations } from 'next-intl/server'
import { StructureTree } from '@/features/insights/structure/components/structure-tree'
import { structureFigures, structureTops } from '@/features/insights/structure/queries'
import { LEVELS } from '@/features/parties/organisations/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ClientMessages } from '@/ui/client-messages'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { StatTile } from '@/ui/stat-tile'

const LIST = '/office/parties?view=list'

/** The five levels with their people, their areas and what each part reports. */
export default async function StructurePage() {
  const act = await pageAct('parties.read')
  const [t, levels, tops, figures] = await Promise.all([
    getTranslations('structure'),
    getTranslations('parties'),
    structureTops(act),
    structureFigures(act),
  ])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/office/parties">{levels('title')}</LinkButton>
            {holds(act.principal, 'captains.read') && (
              <LinkButton href="/office/captains/terms">{t('terms')}</LinkButton>
            )}
          </>
        }
      />
      <section aria-label={t('levels')} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {LEVELS.map((level) => (
          <StatTile
            key={level}
            label={levels(`levels.${level}`)}
            value={String(figures.levels[level] ?? 0)}
            href={`${LIST}&level=${level}`}
          />
        ))}
        <StatTile label={levels('levels.centre_household')} value={String(figures.households)} />
        <StatTile
          label={levels('vacant')}
          value={String(figures.vacant)}
          href={`${LIST}&leader=vacant`}
          tone={figures.vacant > 0 ? 'warn' : 'neutral'}
        />
        <StatTile
          label={levels('overdue')}
          value={String(figures.overdue)}
          href={`${LIST}&election=overdue`}
          tone={figures.overdue > 0 ? 'warn' : 'neutral'}
        />
      </section>
      {tops.length > 0 ? (
        <ClientMessages namespaces={['structure']}>
          <StructureTree tops={tops} />
        </ClientMessages>
      ) : (
        <EmptyState icon="tree" title={levels('emptyTitle')} why={levels('noneWhy')} />
      )}
    </div>
  )
}
