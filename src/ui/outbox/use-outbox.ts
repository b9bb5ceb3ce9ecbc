'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { discard, type Entry, enqueue, type Mend, type Sending, sendWaiting, tryAgain } from './queue'
import { forgetOthers, type Sent, sentOf, type Waiting, waitingOf, waitingOfOthers } from './store'

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 300_000

export type Outbox = {
  /** Null until the phone's store has been read, and where there is none. */
  waiting: readonly Waiting[] | null
  sent: readonly Sent[]
  others: number
  /** What the last try came to. */
  sending: Sending | 'now'
  add: (entry: Omit<Entry, 'owner'>) => Promise<boolean>
  again: (waiting: Waiting) => Promise<void>
  drop: (waiting: Waiting) => Promise<void>
  sendNow: () => void
}

/** The phone's outbox of one owner: sends by itself on opening, when the network or the page comes back, and again after a while. */
export function useOutbox(owner: string, mend: Mend, onSent: () => void): Outbox {
  const [waiting, setWaiting] = useState<readonly Waiting[] | null>(null)
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [others, setOthers] = useState(0)
  const [sending, setSending] = useState<Sending | 'now'>('done')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pause = useRef(FIRST_WAIT_MS)
  const latest = useRef({ mend, onSent })
  latest.current = { mend, onSent }

  const look = useCallback(async () => {
    const own = await waitingOf(owner)
    setWaiting(own)
    setSent(await sentOf(owner))
    setOthers(await waitingOfOthers(owner))
    return own.filter(({ state }) => state === 'waiting').length
  }, [owner])

  const go = useCallback(async () => {
    clearTimeout(timer.current)
    const before = await look()
    if (before === 0) return
    setSending('now')
    const came = await sendWaiting(owner, latest.current.mend)
    setSending(came)
    const left = await look()
    if (left < before) {
      pause.current = FIRST_WAIT_MS
      latest.current.onSent()
    }
    if (left === 0) return
    timer.current = setTimeout(() => void go().catch(() => {}), pause.current)
    pause.current = Math.min(pause.current * 2, LONGEST_WAIT_MS)
  }, [owner, look])

  const sendNow = useCallback(() => {
    pause.current = FIRST_WAIT_MS
    go().catch(() => setWaiting(null))
  }, [go])

  useEffect(() => {
    const onReturn = () => document.visibilityState === 'visible' && sendNow()
    forgetOthers(owner).catch(() => {})
    sendNow()
    window.addEventListener('online', sendNow)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('online', sendNow)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [owner, sendNow])

  return {
    waiting,
    sent,
    others,
    sending,
    sendNow,
    add: async (entry) => {
      const isKept = await enqueue({ ...entry, owner }).catch(() => false)
      if (isKept) sendNow()
      return isKept
    },
    again: async (failed) => {
      await tryAgain(failed)
      sendNow()
    },
    drop: async (failed) => {
      await discard(failed)
      await look()
    },
  }
}
