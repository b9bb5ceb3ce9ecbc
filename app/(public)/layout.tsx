import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '@/ui/public-frame'

/** Pages that anyone may see, mostly on a phone. */
export default async function PublicLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslations('frame')
  return (
    <PublicFrame
      streetName={t('product')}
      homeHref="/"
      large={(await cookies()).get('large')?.value === '1'}
      demo={false}
      links={[
        { href: '/about', label: t('aboutLink') },
        { href: '/sign-in', label: t('staffSignIn') },
      ]}
    >
      {children}
    </PublicFrame>
  )
}
