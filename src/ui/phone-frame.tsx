import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Icon, type IconName } from './icon'
import { LanguageSwitch } from './language-switch'
import { SkipLink } from './skip-link'
import { TypeSizeSwitch } from './type-size-switch'

export type PhoneFrameProps = {
  title: string
  large: boolean
  demo: boolean
  /** Two to four places, within the thumb's reach. */
  places: readonly { href: string; label: string; icon: IconName; current: boolean }[]
  children: React.ReactNode
}

/** The frame of pages that are used on a phone out in the stairwell: places at the bottom, big targets, next to no script. */
export function PhoneFrame({ title, large, demo, places, children }: PhoneFrameProps) {
  const t = useTranslations('frame')
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={t('skip')} />
      <header className="border-t-3 border-b border-t-accent border-b-line bg-surface print:hidden">
        <div className="mx-auto flex max-w-xl flex-wrap items-center gap-x-2 px-4 py-1">
          <p className="me-auto text-base font-semibold">{title}</p>
          <LanguageSwitch locale={useLocale()} />
          <TypeSizeSwitch large={large} enlargeLabel={t('largeType')} normalLabel={t('normalType')} />
        </div>
        {demo && (
          <p className="border-t border-warn/25 bg-warn-soft px-4 py-1 text-center text-xs text-warn">
            {t('demo')}
          </p>
        )}
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-xl flex-1 px-4 py-4 outline-none">
        {children}
      </main>
      <nav
        aria-label={t('navigation')}
        className="sticky bottom-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] print:hidden"
      >
        <ul className="mx-auto flex max-w-xl">
          {places.map(({ href, label, icon, current }) => (
            <li key={href} className="flex-1">
              <Link
                href={href as Route}
                prefetch={false}
                aria-current={current ? 'page' : undefined}
                className={`flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 py-1 text-center text-sm leading-tight no-underline ${current ? 'font-semibold text-accent' : 'text-ink-soft'}`}
              >
                <span className="text-xl">
                  <Icon name={icon} />
                </span>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
