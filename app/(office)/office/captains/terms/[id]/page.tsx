import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SuggestionList } from '@/features/captains/terms/suggestions/components/suggestion-list'
import { suggestionsFor } from '@/features/captains/terms/suggestions/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

/** Who could look after a building that has no captain. */
export default async function CaptainSuggestionsPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('captains.write')
  const key = buildingKey.safeParse(await params)
  const found = key.success ? await suggestionsFor(act, key.data.id) : null
  if (!found) notFound()
  const { building, people } = found
  const t = await getTranslations('captain-terms')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('suggestionsFor', { building: building.name })}
        lead={building.place}
        crumbs={[{ label: t('title'), href: '/office/captains/terms' }, { label: building.name }]}
        actions={
          holds(act.principal, 'elections.write') && (
            <LinkButton href={`/office/elections/new?building=${building.id}`} kind="primary" icon="plus">
              {t('openElection')}
            </LinkButton>
          )
        }
      />
      <Panel title={t('suggestions')}>
        <SuggestionList people={people} />
      </Panel>
    </div>
  )
}
