import { getFormatter, getTranslations } from 'next-intl/server'
import { addressOf, ownMemberships } from '@/features/people/own-households/queries'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Status } from '@/ui/badge'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeading } from '../page-heading'

const TONES = { claimed: 'warn', confirmed: 'good', refused: 'bad', ended: 'note' } as const

/** The resident's households, and what became of claims. */
export default async function MyHouseholdsPage() {
  const act = await pageAct()
  const [t, residents, format, memberships] = await Promise.all([
    getTranslations('my'),
    getTranslations('residents'),
    getFormatter(),
    ownMemberships(act),
  ])
  return (
    <div className="flex flex-col gap-5">
      <PageHeading title={t('householdsTitle')} lead={t('householdsLead')} />
      <p className="flex flex-wrap gap-2">
        <LinkButton href="/my/households/claim" kind="primary">
          {t('claim')}
        </LinkButton>
        <LinkButton href="/my/households/invitation">{t('invitation')}</LinkButton>
      </p>
      {memberships.length === 0 ? (
        <EmptyState title={t('noHousehold')} why={t('noHouseholdWhy')} icon="building" />
      ) : (
        <ul className="flex flex-col gap-3">
          {memberships.map(({ id, state, claimedAt, reason, household }) => (
            <li key={id} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
              <p className="text-lg font-semibold">{addressOf(household)}</p>
              <p className="flex flex-wrap items-center gap-2">
                <Status tone={TONES[state]}>{residents(`states.${state}`)}</Status>
                <span className="text-sm text-ink-soft">{format.dateTime(claimedAt, 'moment')}</span>
              </p>
              {reason && (
                <p>
                  {t('reason', {
                    reason: residents.has(`reasons.${reason as 'left'}`)
                      ? residents(`reasons.${reason as 'left'}`)
                      : reason,
                  })}
                </p>
              )}
              {(state === 'claimed' || state === 'confirmed') && (
                <ActionButton
                  trigger={t(state === 'claimed' ? 'takeBack' : 'leave')}
                  title={t('leaveTitle')}
                  why={t('leaveWhy', { door: addressOf(household) })}
                  confirm={t(state === 'claimed' ? 'takeBack' : 'leave')}
                  danger
                  action={`/api/v1/own-households/${id}/end`}
                  body={{}}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
