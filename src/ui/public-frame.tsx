import { useLocale, useTranslations } from 'next-intl'
import { LanguageSwitch } from './language-switch'
import { SkipLink } from './skip-link'
import { TextLink } from './text-link'
import { TypeSizeSwitch } from './type-size-switch'

export type PublicFrameProps = {
  streetName: string
  homeHref: string
  large: boolean
  demo: boolean
  links: readonly { href: string; label: string }[]
  children: React.ReactNode
}

/** The frame of pages for a phone: a plain head, the page, a plain foot, next to no script. */
export function PublicFrame({ streetName, homeHref, large, demo, links, children }: PublicFrameProps) {
  const t = useTranslations('frame')
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={t('skip')} />
      <header className="border-t-3 border-b border-t-accent border-b-line bg-surface print:hidden">
        <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-x-2 px-4 py-1">
          <p className="me-auto text-base font-semibold">
            <TextLink href={homeHref} plain>
              {streetName}
            </TextLink>
          </p>
          <LanguageSwitch locale={useLocale()} />
          <TypeSizeSwitch large={large} enlargeLabel={t('largeType')} normalLabel={t('normalType')} />
        </div>
        {demo && (
          <p className="border-t border-warn/25 bg-warn-soft px-4 py-1 text-center text-xs text-warn">
            {t('demo')}
          </p>
        )}
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-3xl flex-1 px-4 py-5 outline-none">
        {children}
      </main>
      <footer className="border-t border-line print:hidden">
        <nav
          aria-label={t('footer')}
          className="mx-auto flex max-w-3xl flex-wrap gap-x-5 px-4 py-2 text-sm text-ink-faint"
        >
          {links.map((link) => (
            <span key={link.href} className="inline-flex min-h-control items-center">
              <TextLink href={link.href}>{link.label}</TextLink>
            </span>
          ))}
        </nav>
      </footer>
    </div>
  )
}
