import { useLocale, useTranslations } from 'next-intl'
import { AccountMenu } from './account-menu'
import { CommandPalette } from './command-palette'
import { Icon } from './icon'
import { LanguageSwitch } from './language-switch'
import type { NavigationEntry } from './navigation'
import { NavigationDrawer } from './navigation-drawer'
import { NavigationList } from './navigation-list'
import { SkipLink } from './skip-link'
import { TextLink } from './text-link'
import { TypeSizeSwitch } from './type-size-switch'

export type OfficeFrameProps = {
  /** Whose office this is; it leads to the first page. */
  streetName: string
  homeHref: string
  navigation: readonly NavigationEntry[]
  account: { name: string; roles: readonly string[] }
  accountLinks: readonly { href: string; label: string }[]
  /** Where the command palette asks. */
  searchUrl: string
  large: boolean
  demo: boolean
  children: React.ReactNode
}

/** The office's frame: navigation at the side, a bar on top, the page between. */
export function OfficeFrame(props: OfficeFrameProps) {
  const t = useTranslations('frame')
  const locale = useLocale()
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={t('skip')} />
      <header className="sticky top-0 z-30 border-t-3 border-b border-t-accent border-b-line bg-surface print:hidden large:static">
        <div className="flex flex-wrap items-center gap-x-1 gap-y-1 px-2 py-1 sm:gap-x-2 sm:px-4">
          <div className="lg:hidden large:lg:hidden">
            <NavigationDrawer
              entries={props.navigation}
              label={t('navigation')}
              closeLabel={t('closeNavigation')}
              title={props.streetName}
            />
          </div>
          <p className="me-auto min-w-0 truncate text-base font-semibold">
            <TextLink href={props.homeHref} plain>
              {props.streetName}
            </TextLink>
            <span className="ms-2 text-sm font-normal text-ink-faint max-md:hidden">{t('office')}</span>
          </p>
          <CommandPalette
            label={t('find')}
            placeholder={t('findPlaceholder')}
            searchUrl={props.searchUrl}
            pages={props.navigation}
          />
          <LanguageSwitch locale={locale} compact />
          <TypeSizeSwitch
            compact
            large={props.large}
            enlargeLabel={t('largeType')}
            normalLabel={t('normalType')}
          />
          <AccountMenu label={t('account')} {...props.account} links={props.accountLinks} />
        </div>
        {props.demo && (
          <p className="flex items-center gap-2 border-t border-warn/25 bg-warn-soft px-4 py-1 text-xs text-warn">
            <Icon name="info" />
            {t('demo')}
          </p>
        )}
      </header>
      <div className="flex min-w-0 flex-1">
        <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] w-54 shrink-0 overflow-y-auto border-e border-line px-2 py-4 max-lg:hidden print:hidden large:static large:max-h-none">
          <NavigationList entries={props.navigation} label={t('navigation')} />
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-3 py-4 outline-none sm:px-6 print:p-0">
          {props.children}
        </main>
      </div>
    </div>
  )
}
