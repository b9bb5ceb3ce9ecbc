import { getTranslations } from 'next-intl/server'
import { ShareTable } from '@/features/places/stages/components/share-table'
import { StageBar, StageKey } from '@/features/places/stages/components/stage-bar'
import { standings } from '@/features/places/stages/queries'
import { shareOf, sharesBy } from '@/features/places/stages/rules'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { StatTile } from '@/ui/stat-tile'
import { TextLink } from '@/ui/text-link'

const STAGES = ['none', 'managed', 'good'] as const

export default async function StagesPage() {
  const act = await pageAct('places.read')
  const t = await getTranslations('stages')
  const compounds = await standings(act)
  const whole = shareOf(compounds)
  const byZone = sharesBy(
    compounds
      .filter(({ zone }) => zone !== null)
      .sort((one, other) => ((one.zone?.sortKey ?? '') < (other.zone?.sortKey ?? '') ? -1 : 1)),
    ({ zone }) => zone?.name ?? '',
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} lead={t('lead')} />
      <section aria-label={t('whole')} className="flex flex-col gap-3">
        <div className="grid grid-cols-3 gap-3">
          {STAGES.map((stage) => (
            <StatTile
              key={stage}
              label={t(`names.${stage}`)}
              value={String(whole.stages[stage])}
              href={`/office/compounds?stage=${stage}`}
            />
          ))}
        </div>
        <StageBar stages={whole.stages} label={t('three', whole.stages)} />
        <StageKey names={{ none: t('names.none'), managed: t('names.managed'), good: t('names.good') }} />
      </section>
      <Panel title={t('pilots')}>
        <ul className="flex flex-col text-sm">
          {compounds
            .filter(({ pilot }) => pilot)
            .map(({ id, name, stage, community, households }) => (
              <li
                key={id}
                className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5 last:border-b-0"
              >
                <span>
                  <TextLink href={`/office/compounds/${id}`}>{name}</TextLink>
                  <span className="ms-2 text-ink-soft">
                    {community} · {t('householdsOf', { count: households })}
                  </span>
                </span>
                <span className="font-medium">{t(`names.${stage}`)}</span>
              </li>
            ))}
        </ul>
        {!compounds.some(({ pilot }) => pilot) && <p className="text-sm text-ink-faint">{t('noPilots')}</p>}
      </Panel>
      <ShareTable
        title={t('byCommunity')}
        first={t('community')}
        rows={sharesBy(compounds, (one) => one.community)}
      />
      {byZone.length > 0 && <ShareTable title={t('byZone')} first={t('zone')} rows={byZone} />}
    </div>
  )
}
