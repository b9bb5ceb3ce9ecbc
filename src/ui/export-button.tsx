'use client'

import { useState } from 'react'
import { Button } from './button'
import { showToast } from './toast'

export type ExportButtonProps = { label: string; failed: string; action: string; body: unknown }

/** Fetches a workbook by an operation that records the export, and hands it to the browser. */
export function ExportButton({ label, failed, action, body }: ExportButtonProps) {
  const [pending, setPending] = useState(false)
  const fetchFile = async () => {
    setPending(true)
    try {
      const answer = await fetch(action, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) {
        const { message } = (await answer.json()) as { message?: string }
        showToast({ message: message ?? failed, tone: 'bad' })
        return
      }
      const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await answer.blob())
      link.download = decodeURIComponent(name ?? 'export.xlsx')
      link.click()
      URL.revokeObjectURL(link.href)
    } catch {
      showToast({ message: failed, tone: 'bad' })
    } finally {
      setPending(false)
    }
  }
  return (
    <Button size="small" icon="download" isPending={pending} onPress={fetchFile}>
      {label}
    </Button>
  )
}
