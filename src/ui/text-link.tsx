import type { Route } from 'next'
import Link from 'next/link'

/** A link inside text or a table cell; `plain` where its place alone says that it is one. */
export function TextLink({
  href,
  plain,
  children,
}: {
  href: string
  plain?: boolean
  children: React.ReactNode
}) {
  return (
    <Link
      href={href as Route}
      className={
        plain
          ? 'inline-flex min-h-control-small items-center text-ink no-underline hover:underline'
          : 'text-link underline decoration-link/40 underline-offset-3 hover:text-link-deep hover:decoration-current'
      }
    >
      {children}
    </Link>
  )
}
