'use client'

import { useState } from 'react'
import { DropZone, Text } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from './button'
import { Icon } from './icon'

export type FileDropProps = {
  /** What may be dropped here. */
  label: string
  /** The words on the button. */
  choose: string
  /** Which kinds and how large. */
  hint: string
  accept?: readonly string[]
  multiple?: boolean
  /** How many were taken, in words, read out. */
  taken?: (count: number) => string
  onFiles: (files: File[]) => void
}

/** Takes files by dropping or by choosing. */
export function FileDrop({ label, choose, hint, accept, multiple, taken, onFiles }: FileDropProps) {
  const [count, setCount] = useState(0)
  const take = (files: File[]) => {
    setCount(files.length)
    if (files.length > 0) onFiles(files)
  }
  return (
    <DropZone
      onDrop={async ({ items }) => {
        const files = await Promise.all(
          items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])),
        )
        take(multiple ? files : files.slice(0, 1))
      }}
      className="flex flex-col items-center gap-2 rounded-lg border-2 border-dashed border-edge bg-surface px-4 py-8 text-center data-drop-target:border-link data-drop-target:bg-note-soft"
    >
      <span className="text-2xl text-ink-faint">
        <Icon name="upload" />
      </span>
      <Text slot="label" className="font-medium">
        {label}
      </Text>
      <FileTrigger
        allowsMultiple={multiple}
        acceptedFileTypes={accept}
        onSelect={(files) => take([...(files ?? [])])}
      >
        <Button icon="file">{choose}</Button>
      </FileTrigger>
      <p className="text-xs text-ink-faint">{hint}</p>
      <p role="status" className="text-sm text-ink-soft">
        {count > 0 && taken?.(count)}
      </p>
    </DropZone>
  )
}
