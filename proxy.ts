import { type NextRequest, NextResponse } from 'next/server'

const YEAR_SECONDS = 31_536_000

/** Pages get a nonce policy of their own; a language or type size asked for in the address becomes a cookie. */
export function proxy(request: NextRequest): NextResponse {
  const chosen = preferenceRedirect(request)
  if (chosen) return chosen
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const development = process.env.NODE_ENV === 'development'
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-linzhi-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  // The address of an invitation or of a tracked request is a secret: nobody is told it, and nobody keeps it.
  if (/^\/(invitation|track)\//.test(request.nextUrl.pathname)) {
    response.headers.set('Referrer-Policy', 'no-referrer')
    response.headers.set('X-Robots-Tag', 'noindex, nofollow')
    response.headers.set('Cache-Control', 'no-store')
  }
  return response
}

function preferenceRedirect(request: NextRequest): NextResponse | null {
  const { searchParams } = request.nextUrl
  const locale = searchParams.get('lang')
  const large = searchParams.get('large')
  if (request.method !== 'GET' || (locale === null && large === null)) return null
  const rest = request.nextUrl.clone()
  rest.searchParams.delete('lang')
  rest.searchParams.delete('large')
  const response = NextResponse.redirect(rest, 303)
  const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' as const }
  if (locale === 'en' || locale === 'zh-CN') response.cookies.set('locale', locale, options)
  if (large === '1' || large === '0') response.cookies.set('large', large, options)
  return response
}

export const config = {
  matcher: [
    '/((?!_next/static|_next/image|b/|survey|api/|robots.txt|service-worker.js|icons/|[a-z]+.webmanifest).*)',
  ],
}
