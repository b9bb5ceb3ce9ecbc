'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Icon, type IconName } from './icon'

export type PreferenceSwitchProps = {
  /** The address that keeps the choice in a cookie and leads back here, with script or without. */
  href: string
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string
  icon: IconName
  /** Shows the sign alone on narrow screens. */
  compact?: boolean | undefined
}

/** A link that keeps one preference of the reader and draws the page again in place. */
export function PreferenceSwitch({ href, label, lang, icon, compact }: PreferenceSwitchProps) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  return (
    <a
      href={href}
      lang={lang}
      rel="nofollow"
      aria-busy={pending}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        startTransition(async () => {
          await fetch(href, { redirect: 'manual' }).catch(() => undefined)
          router.refresh()
        })
      }}
      className="inline-flex min-h-control-small min-w-control-small items-center justify-center gap-1.5 rounded-md px-2 text-sm text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <Icon name={icon} />
      <span className={compact ? 'whitespace-nowrap max-sm:sr-only' : 'whitespace-nowrap'}>{label}</span>
    </a>
  )
}
