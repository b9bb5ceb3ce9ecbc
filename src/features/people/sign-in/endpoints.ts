import { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions, type User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import type { Result } from '@/core/result'
import { env } from '@/env'
import { answerError } from '@/server/api-error'
import { cookieOf } from '@/server/endpoint'
import { localeFrom } from '@/server/locale'
import { log } from '@/server/log'
import { addressOf } from '@/server/rate-limit'
import { boundedBytes } from '@/server/request-body'
import { SESSION_DAYS, sessionCookieName } from '@/server/session'
import { codeEntry } from '../phone-codes/schema'
import { type SignedIn, signIn, signInByPhone, signOut } from './commands'

const DEVICE_COOKIE = 'linzhi-device'

const entry = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !text.includes('\u0000'))

const credentials = z.object({ username: entry(100), password: entry(200), code: entry(40).optional() })

type Entered = User & { sessionToken: string }

const circumstancesOf = (request: Request) => ({
  address: addressOf(request.headers),
  device: request.headers.get('user-agent') ?? '',
  knownDevice: cookieOf(request, DEVICE_COOKIE) ?? null,
  requestId: request.headers.get('x-request-id') ?? crypto.randomUUID(),
  now: new Date(),
})

/** next-auth is the shell for cookies and forms; who is signed in is decided by our session table. */
function optionsFor(request: Request, keepDevice: (cookie: string) => void): NextAuthOptions {
  const secure = env().NEXTAUTH_URL.startsWith('https:')
  const entered = (result: Result<SignedIn, string>): Entered => {
    if (!result.ok) throw new Error(result.refusal)
    const { accountId: id, name, sessionToken, knownDevice } = result.value
    keepDevice(knownDevice)
    return { id, name, sessionToken }
  }
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    logger: { error: (code) => log.warn('next-auth', { code }), warn: () => {}, debug: () => {} },
    providers: [
      CredentialsProvider({
        name: 'credentials',
        credentials: { username: {}, password: {}, code: {} },
        authorize: async (given): Promise<Entered | null> => {
          const parsed = credentials.safeParse({
            username: given?.username,
            password: given?.password,
            ...(given?.code ? { code: given.code } : {}),
          })
          if (!parsed.success) throw new Error('wrong')
          const result = await signIn({
            username: parsed.data.username,
            password: parsed.data.password,
            code: parsed.data.code ?? '',
            ...circumstancesOf(request),
          })
          return entered(result)
        },
      }),
      CredentialsProvider({
        id: 'phone',
        name: 'phone',
        credentials: { phone: {}, code: {}, street: {} },
        authorize: async (given): Promise<Entered | null> => {
          const parsed = codeEntry.safeParse({
            phone: given?.phone,
            code: given?.code,
            ...(given?.street ? { street: given.street } : {}),
          })
          if (!parsed.success) throw new Error('wrong')
          const { phone, code, street } = parsed.data
          return entered(await signInByPhone({ phone, code, street, ...circumstancesOf(request) }))
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionToken: (user as Entered).sessionToken } : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        url.startsWith('/') && !/^\/[/\\]/.test(url)
          ? `${baseUrl}${url}`
          : url.startsWith(`${baseUrl}/`)
            ? url
            : `${baseUrl}/office`,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sessionToken === 'string') await signOut(token.sessionToken, new Date())
      },
    },
  }
}

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own routes, guarded against bodies that it would answer with 500. */
export async function nextAuth(request: Request, context: Context): Promise<Response> {
  const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
  const locale = localeFrom(cookieOf(request, 'locale'), request.headers.get('accept-language'))
  let device: string | null = null
  try {
    const guarded = await guardBody(request)
    if (!guarded) return answerError('malformed', locale, requestId)
    const options = optionsFor(request, (cookie) => {
      device = cookie
    })
    const response: Response = await NextAuth(guarded as never, context as never, options)
    if (device) response.headers.append('Set-Cookie', deviceCookie(device))
    return response
  } catch (fault) {
    log.error('sign-in failed', { requestId, fault })
    return answerError('unavailable', locale, requestId)
  }
}

/** The request with its body checked: a form, or JSON that is an object of strings; null when it is neither. */
async function guardBody(request: Request): Promise<Request | null> {
  if (request.method !== 'POST') return request
  const bytes = await boundedBytes(request, 20_000)
  if (!bytes) return null
  const text = new TextDecoder().decode(bytes)
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) {
    try {
      if (
        !z.record(z.string(), z.union([z.string(), z.boolean()])).safeParse(JSON.parse(text || '{}')).success
      )
        return null
    } catch {
      return null
    }
  } else if (!type.startsWith('application/x-www-form-urlencoded') && text !== '') return null
  return new NextRequest(request.url, { method: 'POST', headers: request.headers, body: text })
}

function deviceCookie(value: string): string {
  const secure = env().NEXTAUTH_URL.startsWith('https:') ? '; Secure' : ''
  return `${DEVICE_COOKIE}=${value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`
}
