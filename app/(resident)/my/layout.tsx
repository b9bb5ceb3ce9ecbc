import type { Route } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { findPublicStreet } from '@/features/places/public/queries'
import { currentPrincipal } from '@/server/page'
import { holds } from '@/server/principal'
import { AppProviders } from '@/ui/app-providers'
import { ClientMessages } from '@/ui/client-messages'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageTitle } from '@/ui/page-title'
import { PhoneFrame } from '@/ui/phone-frame'

/** The resident's own pages, made for a phone at home. */
export default async function ResidentLayout({ children }: { children: React.ReactNode }) {
  const seen = await headers()
  const path = seen.get('x-linzhi-path') ?? '/my'
  const principal = await currentPrincipal()
  if (!principal) redirect(`/sign-in/phone?next=${encodeURIComponent(path)}` as Route)
  const t = await getTranslations('my')
  const street = await findPublicStreet(seen.get('host'))
  const isResident = holds(principal, 'residents.own')
  const place = (href: string, label: string, icon: 'home' | 'bell' | 'building' | 'person') => ({
    href,
    label,
    icon,
    current: href === '/my' ? path === '/my' : path.startsWith(href),
  })
  return (
    <ClientMessages namespaces={['track', 'my']}>
      <AppProviders locale={await getLocale()}>
        <PhoneFrame
          title={t('frameTitle')}
          large={(await cookies()).get('large')?.value === '1'}
          demo={street?.demo ?? false}
          places={[
            place('/my', t('places.home'), 'home'),
            place('/my/requests', t('places.requests'), 'bell'),
            place('/my/households', t('places.households'), 'building'),
            place('/my/account', t('places.account'), 'person'),
          ]}
        >
          {isResident ? (
            children
          ) : (
            <>
              <PageTitle>{t('notResident')}</PageTitle>
              <h1 className="sr-only">{t('frameTitle')}</h1>
              <EmptyState
                title={t('notResident')}
                why={t('notResidentWhy')}
                icon="person"
                action={<LinkButton href="/office">{t('toOffice')}</LinkButton>}
              />
            </>
          )}
        </PhoneFrame>
      </AppProviders>
    </ClientMessages>
  )
}
