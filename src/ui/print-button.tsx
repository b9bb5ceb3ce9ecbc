'use client'

import { PlainButton, type PlainButtonProps } from './plain-button'

/** Opens the browser's print dialog. */
export function PrintButton({
  label,
  kind,
  size,
}: { label: string } & Pick<PlainButtonProps, 'kind' | 'size'>) {
  return (
    <PlainButton type="button" kind={kind} size={size} icon="print" onClick={() => window.print()}>
      {label}
    </PlainButton>
  )
}
