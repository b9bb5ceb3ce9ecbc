import { getTranslations } from 'next-intl/server'
import { addressOf, householdsOf, ownMemberships } from '@/features/people/own-households/queries'
import { countWaiting } from '@/features/requests/own-requests/queries'
import { pageAct } from '@/server/page'
import { Alert } from '@/ui/alert'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { TextLink } from '@/ui/text-link'
import { PageHeading } from './page-heading'

/** A resident's start: what waits, where one lives, and the way to report. */
export default async function MyPage() {
  const act = await pageAct()
  const [t, households, memberships, waiting] = await Promise.all([
    getTranslations('my'),
    householdsOf(act),
    ownMemberships(act),
    countWaiting(act),
  ])
  const claims = memberships.filter(({ state }) => state === 'claimed')
  return (
    <div className="flex flex-col gap-5">
      <PageHeading title={t('welcome', { name: act.principal.name })} />
      {waiting > 0 && (
        <Alert tone="warn">
          <TextLink href="/my/requests">{t('waiting', { count: waiting })}</TextLink>
        </Alert>
      )}
      {claims.map(({ id, household }) => (
        <Alert key={id}>{t('claimWaits', { door: addressOf(household) })}</Alert>
      ))}
      {households.length === 0 && claims.length === 0 ? (
        <EmptyState
          title={t('noHousehold')}
          why={t('noHouseholdWhy')}
          icon="building"
          action={
            <>
              <LinkButton href="/my/households/claim" kind="primary">
                {t('claim')}
              </LinkButton>
              <LinkButton href="/my/households/invitation">{t('invitation')}</LinkButton>
            </>
          }
        />
      ) : (
        households.map((household) => (
          <section
            key={household.id}
            aria-label={addressOf(household)}
            className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4"
          >
            <h2 className="text-lg font-semibold">{addressOf(household)}</h2>
            <p className="text-ink-soft">{household.stairwell.building.compound.community.name}</p>
            <LinkButton href={`/my/requests/new?household=${household.id}`} kind="primary" icon="wrench">
              {t('report')}
            </LinkButton>
          </section>
        ))
      )}
    </div>
  )
}
