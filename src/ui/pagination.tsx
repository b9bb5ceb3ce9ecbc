import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonLook } from './button-look'
import { Icon } from './icon'

export type PaginationProps = {
  /** How many there are in all. */
  total: number
  /** How many are on this page. */
  shown: number
  /** The address of the first page, when this is another one. */
  firstHref?: string
  previousHref?: string
  nextHref?: string
}

/** Paging by keyset: first, previous and next, never a page number that shifts under the reader. */
export function Pagination({ total, shown, firstHref, previousHref, nextHref }: PaginationProps) {
  const t = useTranslations('ui')
  const step = (href: string | undefined, label: string, icon: 'before' | 'after' | 'none') => {
    const words = (
      <>
        {icon === 'before' && <Icon name="chevron-left" />}
        {label}
        {icon === 'after' && <Icon name="chevron-right" />}
      </>
    )
    return href ? (
      <Link href={href as Route} className={buttonLook('secondary', 'small')}>
        {words}
      </Link>
    ) : (
      <span className={`${buttonLook('secondary', 'small')} border-line! bg-sunken! text-ink-faint!`}>
        {words}
      </span>
    )
  }
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm text-ink-soft"
    >
      <p className="tabular-nums">{t('shown', { shown, total })}</p>
      {(firstHref || previousHref || nextHref) && (
        <div className="flex flex-wrap gap-2 print:hidden">
          {step(firstHref, t('first'), 'none')}
          {step(previousHref, t('previous'), 'before')}
          {step(nextHref, t('next'), 'after')}
        </div>
      )}
    </nav>
  )
}
