import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FirstPasswordForm } from '@/features/people/invitations/components/first-password-form'
import { findInvitation } from '@/features/people/invitations/queries'
import { Alert } from '@/ui/alert'

/** The address is a secret: no page that is led to from here learns it, and no search engine keeps it. */
export const metadata: Metadata = { referrer: 'no-referrer', robots: { index: false, follow: false } }

import { PageTitle } from '@/ui/page-title'

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const invitation = await findInvitation(token, new Date())
  const t = await getTranslations('invitation')
  if (!invitation) {
    return (
      <div className="mx-auto flex w-full max-w-md flex-col gap-4">
        <PageTitle>{t('expiredTitle')}</PageTitle>
        <h1 className="text-2xl font-semibold">{t('expiredTitle')}</h1>
        <Alert tone="warn">{t('expired')}</Alert>
      </div>
    )
  }
  const { displayName, streetName, username, purpose } = invitation
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-4">
      <header className="flex flex-col gap-1">
        <PageTitle>{t(purpose === 'password' ? 'resetTitle' : 'title', { name: displayName })}</PageTitle>
        <h1 className="text-2xl font-semibold">
          {t(purpose === 'password' ? 'resetTitle' : 'title', { name: displayName })}
        </h1>
        <p className="text-sm text-ink-soft">{t('lead', { street: streetName })}</p>
      </header>
      <FirstPasswordForm
        token={token}
        username={username}
        words={{
          username: t('username'),
          password: t('password'),
          hint: t('hint'),
          again: t('again'),
          differ: t('differ'),
          show: t('show'),
          submit: t('submit'),
          wait: t('wait'),
          done: t('done'),
          doneWhy: t('doneWhy'),
          signIn: t('signIn'),
          unreachable: t('unreachable'),
        }}
      />
    </div>
  )
}
