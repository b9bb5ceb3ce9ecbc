'use client'

import { useState } from 'react'
import { PlainButton } from './plain-button'

export type CopyButtonProps = { text: string; label: string; copiedLabel: string }

/** Copies a text and says so. */
export function CopyButton({ text, label, copiedLabel }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  return (
    <PlainButton
      type="button"
      kind="quiet"
      size="small"
      icon={copied ? 'check' : 'copy'}
      onClick={() => {
        navigator.clipboard?.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }}
    >
      <span role="status">{copied ? copiedLabel : label}</span>
    </PlainButton>
  )
}
