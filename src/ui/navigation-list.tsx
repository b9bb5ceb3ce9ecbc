'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId } from 'react'
import { Icon } from './icon'
import { currentEntry, groupNavigation, type NavigationEntry } from './navigation'

export type NavigationListProps = {
  entries: readonly NavigationEntry[]
  label: string
  onFollow?: () => void
}

/** The frame's links, the current one marked. */
export function NavigationList({ entries, label, onFollow }: NavigationListProps) {
  const current = currentEntry(entries, usePathname())
  const id = useId()
  return (
    <nav aria-label={label} className="flex flex-col gap-4">
      {groupNavigation(entries).map((group) => (
        <div key={group.label}>
          {group.label && (
            <p id={id + group.label} className="px-3 pb-1 text-xs font-medium text-ink-faint">
              {group.label}
            </p>
          )}
          <ul aria-labelledby={group.label ? id + group.label : undefined} className="flex flex-col gap-px">
            {group.entries.map((entry) => (
              <li key={entry.href}>
                <Link
                  href={entry.href as Route}
                  aria-current={entry === current ? 'page' : undefined}
                  onClick={onFollow}
                  className="flex min-h-control items-center gap-2.5 rounded-md border-s-3 border-transparent px-2.5 py-1 text-sm text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent-deep"
                >
                  {entry.icon && <Icon name={entry.icon} />}
                  {entry.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
