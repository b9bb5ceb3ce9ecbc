'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { Alert } from '@/ui/alert'
import { PlainButton } from '@/ui/plain-button'
import { send } from '@/ui/send'

export type HangWords = Record<'hang' | 'undo' | 'wait' | 'unreachable', string>

/** One tap says that the newest sheet hangs; what was tapped by mistake is taken back by another. */
export function HangButton({
  board,
  words,
}: {
  board: { id: string; version: number; hungId: string | null; hungVersion: number | null }
  words: HangWords
}) {
  const router = useRouter()
  const sent = useRef<{ text: string; key: string }>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [isDrawing, startDrawing] = useTransition()
  const isBusy = isSending || isDrawing
  const hangs = board.hungVersion === board.version
  const write = async (path: string, body: object) => {
    if (isBusy) return
    setSending(true)
    setFault(null)
    const answer = await send(`/api/v1/sheets/${board.id}/${path}`, 'POST', body, sent)
    setSending(false)
    if (answer.ok) {
      sent.current = null
      startDrawing(() => router.refresh())
    } else setFault(answer.message ?? words.unreachable)
  }
  return (
    <div className="flex flex-col gap-2">
      {fault && (
        <Alert tone="bad" announce>
          {fault}
        </Alert>
      )}
      {hangs ? (
        <PlainButton
          type="button"
          size="wide"
          aria-disabled={isBusy}
          onClick={() => write('hung/withdrawal', { hungId: board.hungId })}
        >
          {isBusy ? words.wait : words.undo}
        </PlainButton>
      ) : (
        <PlainButton
          type="button"
          kind="primary"
          size="wide"
          icon="check"
          aria-disabled={isBusy}
          onClick={() => write('hung', { version: board.version })}
        >
          {isBusy ? words.wait : words.hang}
        </PlainButton>
      )}
    </div>
  )
}
