'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from './alert'
import { Button } from './button'
import type { ButtonKind } from './button-look'
import { Dialog, DialogTrigger } from './dialog'
import type { IconName } from './icon'

export type ConfirmDialogProps = {
  /** The words on the button that opens it. */
  trigger: string
  triggerKind?: ButtonKind
  triggerIcon?: IconName
  triggerSize?: 'normal' | 'small'
  title: string
  children: React.ReactNode
  /** The words on the button that does it: a verb, not “OK”. */
  confirm: string
  danger?: boolean
  /** Does it; resolves to words for what went wrong, or to nothing, and then the dialog closes. */
  onConfirm: () => Promise<string | undefined>
}

/** Asks before a step that loses something. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('ui')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const run = async (close: () => void) => {
    setPending(true)
    setFailure(undefined)
    try {
      const wrong = await props.onConfirm()
      if (wrong === undefined) close()
      else setFailure(wrong)
    } catch {
      setFailure(t('unreachable'))
    } finally {
      setPending(false)
    }
  }
  return (
    <DialogTrigger>
      <Button kind={props.triggerKind} icon={props.triggerIcon} size={props.triggerSize}>
        {props.trigger}
      </Button>
      <Dialog
        role="alertdialog"
        title={props.title}
        actions={(close) => (
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button kind={props.danger ? 'danger' : 'primary'} isPending={pending} onPress={() => run(close)}>
              {props.confirm}
            </Button>
          </>
        )}
      >
        <div className="flex flex-col gap-3 text-sm">
          {failure && <Alert tone="bad">{failure}</Alert>}
          {props.children}
        </div>
      </Dialog>
    </DialogTrigger>
  )
}
