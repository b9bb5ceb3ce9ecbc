import { PAGES_CACHE } from './offline-pages'
import { forgetKept } from './store'

/** On signing out: the phone shows nothing of the owner any more. What was not sent stays, sealed, for the owner's return. */
export async function forgetPhone(): Promise<void> {
  await Promise.allSettled([globalThis.caches?.delete(PAGES_CACHE), forgetKept()])
}
