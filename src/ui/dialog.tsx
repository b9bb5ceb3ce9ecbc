'use client'

import { useTranslations } from 'next-intl'
import {
  Dialog as AriaDialog,
  DialogTrigger as AriaDialogTrigger,
  Heading,
} from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button'

export type DialogProps = {
  title: string
  children: React.ReactNode | ((close: () => void) => React.ReactNode)
  /** The buttons at the foot. */
  actions?: (close: () => void) => React.ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** `alertdialog` asks before something is lost; a click beside it does not close it. */
  role?: 'dialog' | 'alertdialog'
  width?: 'narrow' | 'wide'
}

/** A window over the page that holds the focus until it closes. */
export function Dialog({ title, children, actions, isOpen, onOpenChange, role, width }: DialogProps) {
  const t = useTranslations('ui')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role !== 'alertdialog'}
      className="fixed inset-0 z-50 flex items-end justify-center bg-ink/45 data-entering:animate-fade sm:items-center sm:p-4"
    >
      <Modal
        className={`flex max-h-[92dvh] w-full flex-col rounded-t-xl bg-surface shadow-raised sm:rounded-lg ${width === 'wide' ? 'sm:max-w-3xl' : 'sm:max-w-lg'}`}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          {({ close }) => (
            <>
              <div className="flex items-center gap-3 border-b border-line px-4 py-2 sm:px-5">
                <Heading slot="title" className="min-w-0 flex-1 text-lg font-semibold">
                  {title}
                </Heading>
                <Button kind="quiet" size="small" icon="close" aria-label={t('close')} onPress={close} />
              </div>
              <div className="min-h-0 overflow-y-auto px-4 py-4 sm:px-5">
                {typeof children === 'function' ? children(close) : children}
              </div>
              {actions && (
                <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3 sm:px-5">
                  {actions(close)}
                </div>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A button and the dialog that it opens, as its two children. */
export function DialogTrigger({ children }: { children: React.ReactNode }) {
  return <AriaDialogTrigger>{children}</AriaDialogTrigger>
}
