'use client'

import { useRouter } from 'next/navigation'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { ToastRegion } from './toast'

type Href = Parameters<ReturnType<typeof useRouter>['push']>[0]

/** What the components that open, fetch and navigate need around them. */
export function AppProviders({ locale, children }: { locale: string; children: React.ReactNode }) {
  const router = useRouter()
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(href) => router.push(href as Href)}>
        <NuqsAdapter>{children}</NuqsAdapter>
        <ToastRegion />
      </RouterProvider>
    </I18nProvider>
  )
}
