import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ClaimActions } from '@/features/people/household-members/components/claim-actions'
import { doorOf, listMembers } from '@/features/people/household-members/queries'
import { memberFilter } from '@/features/people/household-members/schema'
import { pageAct } from '@/server/page'
import { AppProviders } from '@/ui/app-providers'
import { EmptyState } from '@/ui/empty-state'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'

const MOST = '50'

/** Claims in the captain's own buildings, each with its two buttons. */
export default async function CaptainResidentsPage() {
  const act = await pageAct('residents.confirm')
  const [t, format, { rows }] = await Promise.all([
    getTranslations('residents'),
    getFormatter(),
    listMembers(act, memberFilter.parse({ size: MOST })),
  ])
  return (
    <AppProviders locale={await getLocale()}>
      <div className="flex flex-col gap-4">
        <PageTitle>{t('claims')}</PageTitle>
        <header className="flex flex-col gap-1">
          <h1 className="text-2xl font-semibold">{t('claims')}</h1>
          <p className="text-base text-ink-soft">{t('claimsLead')}</p>
        </header>
        {rows.length === 0 ? (
          <EmptyState title={t('claimsNone')} why={t('claimsNoneWhy')} icon="people" />
        ) : (
          <ul className="flex flex-col gap-3">
            {rows.map(({ id, name, version, phone, claimedAt, household }) => (
              <li key={id} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
                <p className="text-lg font-semibold">{doorOf(household)}</p>
                <p>
                  {name} · {phone ?? t('noPhone')} · {format.dateTime(claimedAt, 'moment')}
                </p>
                <ClaimActions claim={{ id, name, version }} door={doorOf(household)} />
              </li>
            ))}
          </ul>
        )}
        <p>
          <TextLink href="/captain">{(await getTranslations('captain'))('places.home')}</TextLink>
        </p>
      </div>
    </AppProviders>
  )
}
