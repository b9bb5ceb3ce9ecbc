import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { id } from '@/core/fields'
import { dialLink } from '@/core/phone'
import { findPublicCompound } from '@/features/places/public/queries'
import { OutageList } from '@/features/requests/outages/components/outage-list'
import { outagesAt } from '@/features/requests/outages/queries'
import { consultationsAround } from '@/features/surveys/consultations/queries'
import { db } from '@/server/db'
import { LinkButton } from '@/ui/link-button'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'

/** A compound's stairwells, each leading to its contact sheet. */
export default async function PublicCompoundPage({ params }: { params: Promise<{ id: string }> }) {
  const key = id().safeParse((await params).id)
  const compound = key.success ? await findPublicCompound(key.data) : null
  if (!compound) notFound()
  const t = await getTranslations('home')
  const { community } = compound
  const now = new Date()
  const [consultations, format, consulted] = await Promise.all([
    getTranslations('consultations'),
    getFormatter(),
    consultationsAround(db(), compound.streetId, community.id, compound.id),
  ])
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <p className="text-sm text-ink-faint">{community.name}</p>
        <PageTitle>{compound.name}</PageTitle>
        <h1 className="text-2xl font-semibold">{compound.name}</h1>
        <p className="text-ink-soft">
          {compound.buildings.length > 0 ? t('compoundLead') : t('noBuildings')}
        </p>
      </header>
      <p>
        <LinkButton href={`/menus/${compound.id}`}>{t('menu')}</LinkButton>
      </p>
      <OutageList
        outages={
          await outagesAt(
            db(),
            compound.streetId,
            { communityId: community.id, compoundId: compound.id },
            now,
          )
        }
        now={now}
      />
      <ul className="flex flex-col gap-3">
        {compound.buildings.map((building) => (
          <li
            key={building.id}
            className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-4 py-3"
          >
            <h2 className="text-lg font-semibold">{building.name}</h2>
            <ul aria-label={t('stairwells', { building: building.name })} className="flex flex-wrap gap-2">
              {building.stairwells.map((stairwell) => {
                const code = stairwell.noticeBoard?.codes[0]?.code
                return (
                  <li key={stairwell.id}>
                    {code && (
                      <a
                        href={`/b/${code}`}
                        className="inline-flex min-h-control min-w-control items-center justify-center rounded-md border border-edge bg-surface px-4 text-link no-underline hover:bg-sunken"
                      >
                        {stairwell.name}
                      </a>
                    )}
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
      {consulted.length > 0 && (
        <section className="flex flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-3">
          <h2 className="text-lg font-semibold">{consultations('publicTitle')}</h2>
          <ul className="flex flex-col">
            {consulted.map(({ id: consultationId, topic, heldAt }) => (
              <li key={consultationId} className="flex min-h-control flex-wrap items-center gap-x-3">
                <TextLink href={`/consultations/${consultationId}`}>{topic}</TextLink>
                <span className="text-sm text-ink-faint">{format.dateTime(heldAt, 'moment')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="flex flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-3">
        <h2 className="text-lg font-semibold">{t('office')}</h2>
        <p>{community.name}</p>
        <p className="flex min-h-control items-center">
          {community.officePhone ? (
            <a
              href={dialLink(community.officePhone)}
              className="text-xl font-semibold text-link tabular-nums"
            >
              {community.officePhone}
            </a>
          ) : (
            <span className="text-ink-faint">
              {t('officePhone')} {t('notKnown')}
            </span>
          )}
        </p>
        {community.officeAddress && <p className="text-sm text-ink-soft">{community.officeAddress}</p>}
        {community.officeHours && <p className="text-sm text-ink-soft">{community.officeHours}</p>}
      </section>
      <p>
        <TextLink href="/">{t('back')}</TextLink>
      </p>
    </div>
  )
}
