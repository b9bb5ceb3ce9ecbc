'use client'

import { useEffect } from 'react'
import { sealingKey } from './key'
import { OFFLINE_PAGES } from './offline-pages'
import { keep } from './store'

/** Made for each render, so that it is a plain list: the name under which a page keeps something, and its operation. */
export type OpensOfflineProps = {
  owner: string
  keeps: readonly (readonly [name: string, url: string])[]
  /** Pages that this reader has not. */
  without?: readonly string[]
}

/**
 * Makes the phone keep this page and its siblings, with what they show, for times without a network. Over plain http
 * pages cannot be kept, but what they show and what waits can.
 */
export function OpensOffline({ owner, keeps, without = [] }: OpensOfflineProps) {
  const wanted = JSON.stringify(keeps)
  const unwanted = without.join(' ')
  useEffect(() => {
    const workers = navigator.serviceWorker
    if (process.env.NODE_ENV === 'production' && workers)
      keepPages(workers, unwanted.split(' ')).catch(() => {})
    // Fetched while there is a network, so that entries can be sealed when there is none.
    sealingKey(owner).catch(() => {})
    for (const [name, url] of JSON.parse(wanted) as OpensOfflineProps['keeps'])
      keepAnswer(owner, name, url).catch(() => {})
  }, [owner, wanted, unwanted])
  return null
}

async function keepAnswer(owner: string, name: string, url: string): Promise<void> {
  const answer = await fetch(url, { cache: 'no-store' })
  if (answer.ok) await keep(owner, name, await answer.json())
}

async function keepPages(workers: ServiceWorkerContainer, without: readonly string[]): Promise<void> {
  await workers.register('/service-worker.js', { updateViaCache: 'none' })
  const { active } = await workers.ready
  const place = `/${window.location.pathname.split('/')[1]}`
  const pages = OFFLINE_PAGES.filter(
    (page) => (page === place || page.startsWith(`${place}/`)) && !without.includes(page),
  )
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith(PARTS))
    .map(({ pathname }) => pathname)
  const others = await Promise.all(pages.map(partsNamedIn))
  const urlsToCache = [...new Set([...pages, ...parts, ...others.flat()])]
  active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } })
}

const PARTS = '/_next/static/'

/** The scripts and styles that a page's document names. */
async function partsNamedIn(page: string): Promise<string[]> {
  const answer = await fetch(page)
  if (!answer.ok || answer.redirected) return []
  return (await answer.text()).match(/\/_next\/static\/[\w./~%@-]+/g) ?? []
}
