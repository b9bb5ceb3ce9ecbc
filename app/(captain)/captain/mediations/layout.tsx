import { getLocale } from 'next-intl/server'
import { AppProviders } from '@/ui/app-providers'
import { ClientMessages } from '@/ui/client-messages'

/** Mediations have lists and forms, which the captain's other pages do without. */
export default async function MediationsLayout({ children }: { children: React.ReactNode }) {
  return (
    <ClientMessages namespaces={['mediations']}>
      <AppProviders locale={await getLocale()}>{children}</AppProviders>
    </ClientMessages>
  )
}
