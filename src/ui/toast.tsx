'use client'

import { useTranslations } from 'next-intl'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components/Toast'
import { Button } from './button'
import { Icon } from './icon'
import { TONE_ICON, type Tone } from './tone'

export type ToastMessage = {
  message: string
  tone?: Tone
  /** Such as taking back what was just done. */
  action?: { label: string; onPress: () => void }
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
const SHOWN_MS = 8_000

/** Says that something was done; what the reader must act upon is an Alert. One with an action stays. */
export const showToast = (toast: ToastMessage): void => {
  queue.add(toast, toast.action ? {} : { timeout: SHOWN_MS })
}

/** Where toasts appear; once per frame. */
export function ToastRegion() {
  const t = useTranslations('ui')
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t('notices')}
      className="fixed inset-x-2 bottom-2 z-50 flex flex-col items-end gap-2 sm:inset-x-auto sm:end-4 sm:bottom-4 print:hidden"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex w-full max-w-md items-center gap-3 rounded-md bg-ink py-1 ps-4 pe-1 text-sm text-white shadow-raised"
        >
          <Icon name={TONE_ICON[toast.content.tone ?? 'good']} />
          <ToastContent className="min-w-0 flex-1 py-1.5">
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              size="small"
              slot={null}
              onPress={() => {
                toast.content.action?.onPress()
                queue.close(toast.key)
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <span className="**:text-white [&_button:hover]:bg-ink-soft">
            <Button slot="close" kind="quiet" size="small" icon="close" aria-label={t('close')} />
          </span>
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}
