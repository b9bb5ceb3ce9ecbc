import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { AppProviders } from '@/ui/app-providers'
import { ClientMessages } from '@/ui/client-messages'
import { OfficeFrame } from '@/ui/office-frame'

/** The office: its frame around every page of it. */
export default async function OfficeLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslations('frame')
  return (
    <ClientMessages>
      <AppProviders locale={await getLocale()}>
        <OfficeFrame
          streetName={t('product')}
          homeHref="/office"
          navigation={[{ href: '/office', label: t('home'), icon: 'home' }]}
          account={{ name: '', roles: [] }}
          accountLinks={[
            { href: '/office/account', label: t('myAccount') },
            { href: '/sign-out', label: t('signOut') },
          ]}
          searchUrl="/api/v1/search"
          large={(await cookies()).get('large')?.value === '1'}
          demo={false}
        >
          {children}
        </OfficeFrame>
      </AppProviders>
    </ClientMessages>
  )
}
