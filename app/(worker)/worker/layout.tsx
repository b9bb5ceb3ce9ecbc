import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { findPublicStreet } from '@/features/places/public/queries'
import { signedIn } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { OpensOffline } from '@/ui/outbox/opens-offline'
import { PhoneFrame } from '@/ui/phone-frame'

export const metadata = { manifest: '/worker.webmanifest' }

/** The worker's pages, made for a phone on the way. */
export default async function WorkerLayout({ children }: { children: React.ReactNode }) {
  const principal = await signedIn()
  const t = await getTranslations('ownJobs')
  const street = await findPublicStreet((await headers()).get('host'))
  return (
    <PhoneFrame
      title={t('frameTitle')}
      large={(await cookies()).get('large')?.value === '1'}
      demo={street?.demo ?? false}
      places={[
        { href: '/worker', label: t('places.jobs'), icon: 'wrench', current: true },
        { href: '/office/account', label: t('places.account'), icon: 'person', current: false },
        { href: '/office/sign-out', label: t('places.signOut'), icon: 'sign-out', current: false },
      ]}
    >
      <ClientMessages namespaces={['phone-outbox', 'ownJobs']}>{children}</ClientMessages>
      <OpensOffline owner={principal.accountId} keeps={[]} />
    </PhoneFrame>
  )
}
