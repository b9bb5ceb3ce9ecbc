import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { db } from '@/server/db'
import { signedIn } from '@/server/page'
import type { Permission } from '@/server/permissions'
import { holds } from '@/server/principal'
import { AppProviders } from '@/ui/app-providers'
import { ClientMessages } from '@/ui/client-messages'
import type { IconName } from '@/ui/icon'
import { OfficeFrame } from '@/ui/office-frame'

/** The office's pages in their order; a page stands in the navigation of those who may read it. */
const PAGES: readonly { href: string; key: string; icon: IconName; allow?: Permission; keywords?: string }[] =
  [
    { href: '/office', key: 'home', icon: 'home', keywords: 'sy' },
    {
      href: '/office/compounds',
      key: 'compounds',
      icon: 'building',
      allow: 'places.read',
      keywords: 'xq xiaoqu',
    },
    {
      href: '/office/providers',
      key: 'providers',
      icon: 'wrench',
      allow: 'providers.read',
      keywords: 'bmfwd fuwu',
    },
  ]

/** The office: its frame around every page of it, for those who are signed in. */
export default async function OfficeLayout({ children }: { children: React.ReactNode }) {
  const principal = await signedIn()
  const t = await getTranslations('frame')
  const street = await db().street.findUniqueOrThrow({
    where: { id: principal.streetId },
    select: { name: true, accounts: { where: { demo: true }, take: 1, select: { id: true } } },
  })
  return (
    <ClientMessages>
      <AppProviders locale={await getLocale()}>
        <OfficeFrame
          streetName={street.name}
          homeHref="/office"
          navigation={PAGES.filter(({ allow }) => !allow || holds(principal, allow)).map((page) => ({
            href: page.href,
            label: t(`pages.${page.key}`),
            icon: page.icon,
            ...(page.keywords ? { keywords: page.keywords } : {}),
          }))}
          account={{
            name: principal.name,
            roles: [...new Set(principal.grants.map(({ role }) => role))].map((role) => t(`roles.${role}`)),
          }}
          accountLinks={[
            { href: '/office/account', label: t('myAccount') },
            { href: '/office/sign-out', label: t('signOut') },
          ]}
          searchUrl="/api/v1/search"
          large={(await cookies()).get('large')?.value === '1'}
          demo={street.accounts.length > 0}
        >
          {children}
        </OfficeFrame>
      </AppProviders>
    </ClientMessages>
  )
}
