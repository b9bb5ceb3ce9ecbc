import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'

export type ClientMessagesProps = {
  /** Beside `ui`, which is always there. */
  namespaces?: readonly string[]
  children: React.ReactNode
}

/** Hands the named namespaces to the client components below it, and no others, so that pages stay light. */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const all = await getMessages()
  const messages = Object.fromEntries(
    ['ui', ...namespaces].filter((name) => name in all).map((name) => [name, all[name]]),
  )
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
