'use client'

import { useState } from 'react'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button'
import type { NavigationEntry } from './navigation'
import { NavigationList } from './navigation-list'

export type NavigationDrawerProps = {
  entries: readonly NavigationEntry[]
  label: string
  closeLabel: string
  title: string
}

/** The navigation on narrow screens: a button and a drawer. */
export function NavigationDrawer({ entries, label, closeLabel, title }: NavigationDrawerProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" size="small" icon="menu" aria-label={label} onPress={() => setOpen(true)} />
      <ModalOverlay
        isOpen={open}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-50 bg-ink/45 data-entering:animate-fade"
      >
        <Modal className="h-dvh w-[min(20rem,88vw)] overflow-y-auto bg-surface shadow-raised">
          <Dialog className="outline-none">
            <div className="flex items-center justify-between gap-2 border-b border-line px-4 py-2">
              <Heading slot="title" className="text-base font-semibold">
                {title}
              </Heading>
              <Button
                kind="quiet"
                size="small"
                icon="close"
                aria-label={closeLabel}
                onPress={() => setOpen(false)}
              />
            </div>
            <div className="p-2">
              <NavigationList entries={entries} label={label} onFollow={() => setOpen(false)} />
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
