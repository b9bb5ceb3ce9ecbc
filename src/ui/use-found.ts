'use client'

import { useEffect, useState } from 'react'

export type FoundItem = { id: string; label: string; detail?: string; href: string }
export type FoundGroup = { label: string; items: FoundItem[] }
export type Found = { state: 'idle' | 'searching' | 'done' | 'failed'; groups: readonly FoundGroup[] }

const IDLE: Found = { state: 'idle', groups: [] }
const WAIT_MS = 200

/** What the address answers with `q` to what is typed; a newer word cancels the older question. */
export function useFound(url: string, typed: string): Found {
  const [found, setFound] = useState<Found>(IDLE)
  const needle = typed.trim()
  useEffect(() => {
    if (needle === '') {
      setFound(IDLE)
      return
    }
    const question = new AbortController()
    setFound((before) => ({ ...before, state: 'searching' }))
    const timer = setTimeout(async () => {
      try {
        const address = new URL(url, window.location.href)
        address.searchParams.set('q', needle)
        const answer = await fetch(address, { signal: question.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        const { groups } = (await answer.json()) as { groups: FoundGroup[] }
        setFound({ state: 'done', groups })
      } catch {
        if (!question.signal.aborted) setFound({ state: 'failed', groups: [] })
      }
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      question.abort()
    }
  }, [url, needle])
  return found
}
