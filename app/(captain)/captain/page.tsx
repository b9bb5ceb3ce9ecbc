import { getFormatter, getTranslations } from 'next-intl/server'
import { OwnNotices } from '@/features/captains/notices/components/own-notices'
import { ownNotices } from '@/features/captains/notices/queries'
import { OwnCalls } from '@/features/captains/own-post/components/own-calls'
import { type OwnPost, ownPost } from '@/features/captains/own-post/queries'
import { BuildingFigures } from '@/features/insights/own-building/components/building-figures'
import { ReportList } from '@/features/insights/own-building/components/report-list'
import { type BuildingNumbers, buildingNumbers, ownReports } from '@/features/insights/own-building/queries'
import { OwnBoxes } from '@/features/opinions/boxes/components/own-boxes'
import { boxesAt } from '@/features/opinions/boxes/queries'
import { countClaims } from '@/features/people/household-members/queries'
import { OwnBoards } from '@/features/sheets/boards/components/own-boards'
import { boardsOfBuildings } from '@/features/sheets/boards/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageTitle } from '@/ui/page-title'

export default async function CaptainPage() {
  const act = await pageAct()
  const t = await getTranslations('captain')
  const post = await ownPost(act)
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <PageTitle>{t('welcome', { name: act.principal.name })}</PageTitle>
        <h1 className="text-2xl font-semibold">{t('welcome', { name: act.principal.name })}</h1>
        {post.state === 'holds' && <p className="text-base text-ink-soft">{await termWords(post)}</p>}
      </header>
      {post.state === 'holds' ? (
        <>
          <OwnNotices notices={await ownNotices(act)} />
          <OwnBuildings
            buildings={post.buildings}
            boards={await boardsOfBuildings(act, post.buildings)}
            boxes={await boxesAt(act, post.buildings)}
            numbers={await Promise.all(post.buildings.map(({ id }) => buildingNumbers(act, id)))}
          />
          <section aria-labelledby="reports" className="flex flex-col gap-3">
            <h2 id="reports" className="text-xl font-semibold">
              {t('reports')}
            </h2>
            <ReportList reports={await ownReports(act)} />
          </section>
          <p>
            <LinkButton href="/captain/residents">
              {(await getTranslations('residents'))('claimsWaiting', { count: await countClaims(act) })}
            </LinkButton>
          </p>
          {holds(act.principal, 'mediations.use') && (
            <p>
              <LinkButton href="/captain/mediations">
                {(await getTranslations('mediations'))('title')}
              </LinkButton>
            </p>
          )}
        </>
      ) : (
        <EmptyState title={t('noPostTitle')} why={await whyWords(post)} icon="building" />
      )}
    </div>
  )
}

type Post = Extract<OwnPost, { state: 'holds' }>

async function termWords({ startsOn, endsOn }: Post): Promise<string> {
  const t = await getTranslations('captain')
  const format = await getFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  return endsOn ? t('term', { from: day(startsOn), to: day(endsOn) }) : t('openTerm', { from: day(startsOn) })
}

async function whyWords({ state, on }: Exclude<OwnPost, Post>): Promise<string> {
  const t = await getTranslations('captain')
  const format = await getFormatter()
  return t(`whyNot.${state}`, { day: on ? format.dateTime(on, { dateStyle: 'long', timeZone: 'UTC' }) : '' })
}

async function OwnBuildings({
  buildings,
  boards,
  boxes,
  numbers,
}: {
  buildings: Post['buildings']
  boards: Awaited<ReturnType<typeof boardsOfBuildings>>
  boxes: Awaited<ReturnType<typeof boxesAt>>
  numbers: readonly (BuildingNumbers | null)[]
}) {
  const ui = await getTranslations('ui')
  return buildings.map((building, place) => (
    <section key={building.id} aria-labelledby={building.id} className="flex flex-col gap-3">
      <h2 id={building.id} className="text-xl font-semibold">
        {building.compound} {building.name}
      </h2>
      <OwnBoards
        boards={boards.filter(({ buildingId }) => buildingId === building.id)}
        unreachable={ui('unreachable')}
      />
      <OwnBoxes boxes={boxes.filter(({ buildingId }) => buildingId === building.id)} />
      {numbers[place] && (
        <BuildingFigures numbers={numbers[place]} name={`${building.compound} ${building.name}`} />
      )}
      <OwnCalls building={building} />
    </section>
  ))
}
