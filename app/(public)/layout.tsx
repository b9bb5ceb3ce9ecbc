import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { findPublicStreet } from '@/features/places/public/queries'
import { PublicFrame } from '@/ui/public-frame'

/** Pages that anyone may see, mostly on a phone. */
export default async function PublicLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslations('frame')
  const street = await findPublicStreet((await headers()).get('host'))
  return (
    <PublicFrame
      streetName={street?.name ?? t('product')}
      homeHref="/"
      large={(await cookies()).get('large')?.value === '1'}
      demo={street?.demo ?? false}
      links={[
        { href: '/about', label: t('aboutLink') },
        { href: '/my', label: t('residentSignIn') },
        { href: '/sign-in', label: t('staffSignIn') },
      ]}
    >
      {children}
    </PublicFrame>
  )
}
