'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header, Menu, MenuItem, MenuSection, Text } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Input, SearchField } from 'react-aria-components/SearchField'
import { Button } from './button'
import { descriptionLook } from './field-look'
import { Icon } from './icon'
import { groupHeadingLook, optionLook } from './list-look'
import type { NavigationEntry } from './navigation'
import { pagesFound } from './pages-found'
import { type FoundGroup, useFound } from './use-found'

export type CommandPaletteProps = {
  /** The words on the button, and the name of the field. */
  label: string
  placeholder: string
  /** Answers `?q=` with `{ groups: [{ label, items: [{ id, label, detail?, href }] }] }`. */
  searchUrl: string
  /** Pages, found here and at once, also by their keywords. */
  pages: readonly NavigationEntry[]
}

/** Finds pages and records from the keyboard: ⌘K or Ctrl+K, or the button. */
export function CommandPalette({ label, placeholder, searchUrl, pages }: CommandPaletteProps) {
  const t = useTranslations('ui')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const found = useFound(searchUrl, open ? typed : '')
  const local: FoundGroup = {
    label: t('pageGroup'),
    items: pagesFound(pages, typed).map(({ href, label }) => ({ id: href, href, label })),
  }
  const groups = [local, ...found.groups].filter(({ items }) => items.length > 0)
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.isComposing) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const toggle = (next: boolean) => {
    setOpen(next)
    if (!next) setTyped('')
  }
  const status =
    found.state === 'searching'
      ? t('searching')
      : found.state === 'failed'
        ? t('unreachable')
        : t('found', { total: count })

  return (
    <>
      <Button
        size="small"
        icon="search"
        aria-label={label}
        aria-keyshortcuts="Control+K Meta+K"
        onPress={() => setOpen(true)}
      >
        <span className="max-md:hidden">{label}</span>
        <span
          aria-hidden="true"
          className="rounded border border-line px-1 text-xs text-ink-faint max-lg:hidden"
        >
          {t('findShortcut')}
        </span>
      </Button>
      <ModalOverlay
        isOpen={open}
        onOpenChange={toggle}
        isDismissable
        className="fixed inset-0 z-50 flex justify-center bg-ink/45 p-2 data-entering:animate-fade sm:pt-[12dvh]"
      >
        <Modal className="flex h-fit max-h-full w-full max-w-xl flex-col overflow-hidden rounded-lg bg-surface shadow-raised sm:max-h-[70dvh]">
          <Dialog aria-label={label} className="flex min-h-0 flex-col outline-none">
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <SearchField
                aria-label={label}
                autoFocus
                className="flex items-center gap-2 border-b border-line px-4"
              >
                <Icon name="search" />
                <Input
                  placeholder={placeholder}
                  maxLength={100}
                  className="min-h-control w-full min-w-0 bg-transparent py-2 text-base outline-none [&::-webkit-search-cancel-button]:hidden"
                />
                <Button
                  slot={null}
                  kind="quiet"
                  size="small"
                  icon="close"
                  aria-label={t('close')}
                  onPress={() => toggle(false)}
                />
              </SearchField>
              <Menu
                aria-label={label}
                className="min-h-0 overflow-y-auto p-1 outline-none"
                onAction={() => toggle(false)}
                renderEmptyState={() => (
                  <p className="px-3 py-6 text-center text-sm text-ink-soft">{t('noMatch')}</p>
                )}
              >
                {groups.map((group) => (
                  <MenuSection key={group.label}>
                    <Header className={groupHeadingLook}>{group.label}</Header>
                    {group.items.map((item) => (
                      <MenuItem
                        key={`${group.label} ${item.id}`}
                        id={`${group.label} ${item.id}`}
                        href={item.href}
                        textValue={item.label}
                        className={optionLook}
                      >
                        <Text slot="label">{item.label}</Text>
                        {item.detail && (
                          <Text slot="description" className={`${descriptionLook} min-w-0 truncate`}>
                            {item.detail}
                          </Text>
                        )}
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
            <p role="status" className="border-t border-line px-4 py-1.5 text-xs text-ink-faint">
              {typed.trim() === '' ? t('findHint') : status}
            </p>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
