import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { holdsOffice } from '@/features/captains/own-post/queries'
import { findPublicStreet } from '@/features/places/public/queries'
import { signedIn } from '@/server/page'
import { holds } from '@/server/principal'
import { ClientMessages } from '@/ui/client-messages'
import { OpensOffline } from '@/ui/outbox/opens-offline'
import { PhoneFrame } from '@/ui/phone-frame'

export const metadata = { manifest: '/captain.webmanifest' }

/** The captain's pages, made for a phone in the stairwell. */
export default async function CaptainLayout({ children }: { children: React.ReactNode }) {
  const principal = await signedIn()
  const t = await getTranslations('captain')
  const street = await findPublicStreet((await headers()).get('host'))
  const hasJobs = holds(principal, 'requests.verify')
  const path = (await headers()).get('x-linzhi-path') ?? ''
  return (
    <PhoneFrame
      title={t('frameTitle')}
      large={(await cookies()).get('large')?.value === '1'}
      demo={street?.demo ?? false}
      places={[
        { href: '/captain', label: t('places.home'), icon: 'home', current: path === '/captain' },
        {
          href: '/captain/logbook',
          label: t('places.logbook'),
          icon: 'book',
          current: path.startsWith('/captain/logbook'),
        },
        ...(hasJobs
          ? [
              {
                href: '/captain/verify',
                label: t('places.verify'),
                icon: 'check' as const,
                current: path.startsWith('/captain/verify'),
              },
            ]
          : []),
        ...(holds(principal, 'visits.write')
          ? [
              {
                href: '/captain/visits',
                label: t('places.visits'),
                icon: 'people' as const,
                current: path.startsWith('/captain/visits'),
              },
            ]
          : []),
        ...(holds(principal, 'surveys.answers')
          ? [
              {
                href: '/captain/surveys',
                label: t('places.surveys'),
                icon: 'list' as const,
                current: path.startsWith('/captain/surveys'),
              },
            ]
          : []),
        ...(holdsOffice(principal)
          ? [{ href: '/office', label: t('places.office'), icon: 'grid' as const, current: false }]
          : []),
        { href: '/office/account', label: t('places.account'), icon: 'person', current: false },
        { href: '/office/sign-out', label: t('places.signOut'), icon: 'sign-out', current: false },
      ]}
    >
      <ClientMessages
        namespaces={[
          'phone-outbox',
          'ownJobs',
          'captain',
          'logbook',
          'household-visits',
          'demands',
          'surveys',
        ]}
      >
        {children}
      </ClientMessages>
      <OpensOffline
        owner={principal.accountId}
        without={holds(principal, 'surveys.answers') ? [] : ['/captain/surveys']}
        keeps={[
          ['own-logbook', '/api/v1/own-logbook'],
          ...(hasJobs ? ([['own-jobs', '/api/v1/own-jobs']] as const) : []),
          ...(holds(principal, 'visits.write') ? [['own-visits', '/api/v1/own-visits'] as const] : []),
          ...(holds(principal, 'surveys.answers') ? [['own-surveys', '/api/v1/own-surveys'] as const] : []),
        ]}
      />
    </PhoneFrame>
  )
}
