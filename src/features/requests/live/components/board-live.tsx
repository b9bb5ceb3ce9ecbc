'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const STREAM = '/api/v1/requests/stream'
const CALM_MS = 1_000
const POLL_MS = 30_000

/** Reads the board again when something in sight has moved; where no stream comes through, it asks every half minute. A hidden page rests. */
export function BoardLive() {
  const router = useRouter()
  useEffect(() => {
    let source: EventSource | undefined
    let poll: ReturnType<typeof setInterval> | undefined
    let calm: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      calm ??= setTimeout(() => {
        calm = undefined
        router.refresh()
      }, CALM_MS)
    }
    const rest = () => {
      source?.close()
      source = undefined
      clearInterval(poll)
      poll = undefined
    }
    const listen = () => {
      rest()
      source = new EventSource(STREAM)
      source.addEventListener('moved', refresh)
      source.onopen = () => {
        clearInterval(poll)
        poll = undefined
      }
      source.onerror = () => {
        poll ??= setInterval(refresh, POLL_MS)
      }
    }
    const look = () => {
      if (document.hidden) return rest()
      listen()
      refresh()
    }
    if (!document.hidden) listen()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearTimeout(calm)
      rest()
    }
  }, [router])
  return null
}
