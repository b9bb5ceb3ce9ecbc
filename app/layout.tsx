import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#9a1b1e' }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame')
  return {
    description: t('about'),
    formatDetection: { telephone: false },
  }
}

/** The document: its language and its type size follow the reader's cookies. */
export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const large = (await cookies()).get('large')?.value === '1'
  return (
    <html lang={await getLocale()} {...(large ? { 'data-large': '' } : {})}>
      <body>{children}</body>
    </html>
  )
}
