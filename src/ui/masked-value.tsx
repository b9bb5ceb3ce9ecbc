'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { Form } from './form'
import { TextField } from './text-field'

export type MaskedValueProps = {
  /** What stands there until it is revealed, such as 138****1234. */
  masked: string
  /** What it is, for the button's name. */
  label: string
  /** Takes `{ reason }` and answers `{ value }`; without it nothing can be revealed. */
  revealUrl?: string
}

/** A personal value that is shown in full for a reason, which is recorded. */
export function MaskedValue({ masked, label, revealUrl }: MaskedValueProps) {
  const t = useTranslations('ui')
  const [asking, setAsking] = useState(false)
  const [value, setValue] = useState<string>()
  if (value !== undefined) {
    return (
      <output className="tabular-nums" aria-label={`${label}, ${t('revealed')}`}>
        {value}
      </output>
    )
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      <span className="tabular-nums">{masked}</span>
      {revealUrl && (
        <Button
          kind="quiet"
          size="small"
          icon="eye"
          aria-label={`${t('reveal')} ${label}`}
          onPress={() => setAsking(true)}
        >
          {t('reveal')}
        </Button>
      )}
      {revealUrl && (
        <Dialog title={t('revealTitle')} isOpen={asking} onOpenChange={setAsking}>
          <Form
            action={revealUrl}
            submit={t('reveal')}
            onDone={(answer) => {
              const { value: full } = answer as { value: string }
              setAsking(false)
              setValue(full)
            }}
          >
            <TextField
              name="reason"
              label={t('revealReason')}
              description={t('revealWhy')}
              isRequired
              autoFocus
              maxLength={200}
            />
          </Form>
        </Dialog>
      )}
    </span>
  )
}
