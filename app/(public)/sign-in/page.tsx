import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/features/people/sign-in/components/sign-in-form'
import { type PageQuery, pathFrom } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'

export default async function SignInPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const t = await getTranslations('sign-in')
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-4">
      <header className="flex flex-col gap-1">
        <PageTitle>{t('title')}</PageTitle>
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-sm text-ink-soft">{t('lead')}</p>
      </header>
      <SignInForm
        next={pathFrom((await searchParams).next, '/office')}
        words={{
          username: t('username'),
          password: t('password'),
          show: t('show'),
          code: t('code'),
          codeHint: t('codeHint'),
          submit: t('submit'),
          wait: t('wait'),
          errors: {
            wrong: t('errors.wrong'),
            locked: t('errors.locked'),
            'code-required': t('errors.code-required'),
            'code-wrong': t('errors.code-wrong'),
            unavailable: t('errors.unavailable'),
          },
        }}
      />
      <p className="text-sm text-ink-faint">{t('help')}</p>
      <p>
        <TextLink href="/sign-in/phone">{t('residents')}</TextLink>
      </p>
    </div>
  )
}
