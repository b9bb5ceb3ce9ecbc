import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from './icon'

export type Crumb = { label: string; href?: string }

/** The way to this page; the last crumb is the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={useTranslations('ui')('breadcrumbs')} className="text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5">
        {crumbs.map((crumb, at) => {
          const last = at === crumbs.length - 1
          return (
            <li key={crumb.href ?? crumb.label} className="flex items-center gap-1 text-ink-faint">
              {crumb.href && !last ? (
                <Link
                  href={crumb.href as Route}
                  className="inline-flex min-h-control-small items-center text-link underline decoration-link/40 underline-offset-3 hover:text-link-deep hover:decoration-current"
                >
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current={last ? 'page' : undefined} className="text-ink-soft">
                  {crumb.label}
                </span>
              )}
              {!last && <Icon name="chevron-right" />}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
