import { CacheFirst, ExpirationPlugin, NetworkFirst, Serwist } from 'serwist'
import { OFFLINE_PAGES, PAGES_CACHE, PARTS_CACHE } from './ui/outbox/offline-pages'

/** A page is kept only as itself: neither a redirect to the sign-in page nor an error. */
const onlyWhole = {
  cacheWillUpdate: async ({ response }: { response: Response }) =>
    response.status === 200 && !response.redirected ? response : null,
}

const pages: readonly string[] = OFFLINE_PAGES

const worker = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  runtimeCaching: [
    {
      // Parts of pages have their content in their names.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
      handler: new CacheFirst({
        cacheName: PARTS_CACHE,
        plugins: [new ExpirationPlugin({ maxEntries: 300, purgeOnQuotaError: true })],
      }),
    },
    {
      matcher: ({ url, sameOrigin, request }) =>
        sameOrigin && pages.includes(url.pathname) && !url.search && !request.headers.has('rsc'),
      handler: new NetworkFirst({
        cacheName: PAGES_CACHE,
        networkTimeoutSeconds: 5,
        matchOptions: { ignoreVary: true },
        plugins: [onlyWhole],
      }),
    },
  ],
})

worker.addEventListeners()
