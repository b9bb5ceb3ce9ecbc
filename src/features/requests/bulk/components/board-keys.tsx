'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Switch } from '@/ui/switch'

const KEPT = 'board-keys'
const rowLinks = () => [...document.querySelectorAll<HTMLAnchorElement>('main tbody tr th a')]
const hereOf = (links: readonly HTMLAnchorElement[]) => {
  const row = document.activeElement?.closest('tr')
  return links.findIndex((link) => link.closest('tr') === row)
}

/** Goes down or up by a row, from the first when none is in focus. */
function step(by: 1 | -1): void {
  const links = rowLinks()
  const here = hereOf(links)
  links[here < 0 ? 0 : Math.min(Math.max(here + by, 0), links.length - 1)]?.focus()
}

/** The row in focus, or nothing. */
function rowInFocus(): HTMLAnchorElement | undefined {
  const links = rowLinks()
  return links[hereOf(links)]
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('[role="dialog"], [role="alertdialog"], [role="combobox"], select, textarea') !== null ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'))

/** Single keys lead through the board; they can be switched off, since speech input may press them unawares. */
export function BoardKeys({ maySelect }: { maySelect: boolean }) {
  const t = useTranslations('request-bulk')
  const [isOpen, setOpen] = useState(false)
  const [isOn, setOn] = useState(true)
  useEffect(() => setOn(window.localStorage.getItem(KEPT) !== 'off'), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === 'j') step(1)
      else if (event.key === 'k') step(-1)
      else if (event.key === 'e') rowInFocus()?.click()
      else if (event.key === 'x') {
        rowInFocus()?.closest('tr')?.querySelector<HTMLInputElement>('[data-row-pick]')?.click()
      } else if (event.key === '?') setOpen(true)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
  const keys = ['j', 'k', ...(maySelect ? (['x'] as const) : []), 'e', '?'] as const
  return (
    <>
      <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
        {t('keys')}
      </Button>
      <Dialog title={t('keys')} isOpen={isOpen} onOpenChange={setOpen}>
        <dl className="mb-4 flex flex-col gap-2 text-sm">
          {keys.map((key) => (
            <div key={key} className="flex gap-3">
              <dt>
                <kbd className="inline-block min-w-8 rounded border border-edge bg-sunken px-2 text-center">
                  {key}
                </kbd>
              </dt>
              <dd>{t(`key.${NAMES[key]}`)}</dd>
            </div>
          ))}
        </dl>
        <Switch
          isSelected={isOn}
          onChange={(on) => {
            setOn(on)
            window.localStorage.setItem(KEPT, on ? 'on' : 'off')
          }}
        >
          {t('keysOn')}
        </Switch>
      </Dialog>
    </>
  )
}

const NAMES = { j: 'down', k: 'up', x: 'pick', e: 'open', '?': 'help' } as const
