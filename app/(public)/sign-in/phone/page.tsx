import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { PhoneSignIn } from '@/features/people/phone-codes/components/phone-sign-in'
import { findPublicStreet } from '@/features/places/public/queries'
import { driverOf } from '@/server/messengers/channels'
import { Alert } from '@/ui/alert'
import { ClientMessages } from '@/ui/client-messages'
import { type PageQuery, pathFrom } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'

/** Where residents sign in: a number and the code that is sent to it. */
export default async function PhoneSignInPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const t = await getTranslations('phone-codes')
  const street = await findPublicStreet((await headers()).get('host'))
  const isOn = driverOf('sms') !== null && street !== null
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-4">
      <header className="flex flex-col gap-1">
        <PageTitle>{t('title')}</PageTitle>
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        {isOn && <p className="text-sm text-ink-soft">{t('lead')}</p>}
      </header>
      {isOn ? (
        <ClientMessages namespaces={['phone-codes']}>
          <PhoneSignIn
            street={street.code}
            locale={await getLocale()}
            next={pathFrom((await searchParams).next, '/my')}
          />
        </ClientMessages>
      ) : (
        <Alert tone="warn" title={t('off')}>
          {t('offWhy')}
        </Alert>
      )}
      {isOn && street.demo && <p className="text-sm text-ink-soft">{t('demo')}</p>}
      <p>
        <TextLink href="/sign-in">{t('staff')}</TextLink>
      </p>
    </div>
  )
}
