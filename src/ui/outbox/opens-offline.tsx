'use client'

import { useEffect } from 'react'
import { OFFLINE_PAGES } from './offline-pages'

/** Makes the phone keep this page and its siblings for times without a network; over plain http there is no such thing. */
export function OpensOffline() {
  useEffect(() => {
    const workers = navigator.serviceWorker
    if (process.env.NODE_ENV !== 'production' || !workers) return
    keepPages(workers).catch(() => {})
  }, [])
  return null
}

async function keepPages(workers: ServiceWorkerContainer): Promise<void> {
  await workers.register('/service-worker.js', { updateViaCache: 'none' })
  const { active } = await workers.ready
  const place = `/${window.location.pathname.split('/')[1]}`
  const pages = OFFLINE_PAGES.filter((page) => page === place || page.startsWith(`${place}/`))
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
