import { encode } from 'next-auth/jwt'
import type { Handler } from '@/server/endpoint'
import { createDemoDatabase, TEST_SECRET, type TestDatabase } from './database'

/** `bytes` only where the answer is no JSON. */
export type Answer = { status: number; body: unknown; headers: Headers; bytes?: Uint8Array }
export type Asked = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  bytes?: Uint8Array
  headers?: Record<string, string>
}
export type Caller = { cookie: string; call: (operation: Handler, asked?: Asked) => Promise<Answer> }

const ORIGIN = 'http://localhost:3000'

/** Points the app's modules at a database; to be called before the first of them opens one. */
export function servedBy({ urls }: TestDatabase): void {
  process.env.DATABASE_URL = urls.app
  process.env.NEXTAUTH_SECRET = TEST_SECRET
  process.env.NEXTAUTH_URL = ORIGIN
  process.env.LOG_LEVEL = 'silent'
}

/** The furnished demo street behind the app's own modules, in a database of the test's own. */
export async function openOffice(): Promise<TestDatabase> {
  const database = await createDemoDatabase()
  servedBy(database)
  return {
    ...database,
    drop: async () => {
      const { closeDatabase } = await import('@/server/db')
      const { wordlessInTrail } = await import('./worded-trail')
      const wordless = await wordlessInTrail()
      await closeDatabase()
      await database.drop()
      if (wordless.length) throw new Error(`The audit has no words for ${wordless.join(', ')}`)
    },
  }
}

/** Somebody with a session in the database, who calls operations as a browser would. */
export async function signedInAs(username: string): Promise<Caller> {
  const { db } = await import('@/server/db')
  const { hashToken, newToken } = await import('@/server/session')
  const account = await db().account.findUniqueOrThrow({ where: { username } })
  const sessionToken = newToken()
  await db().session.create({
    data: {
      tokenHash: hashToken(sessionToken),
      streetId: account.streetId,
      accountId: account.id,
      device: 'test',
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  const cookie = `next-auth.session-token=${await encode({ token: { sessionToken }, secret: TEST_SECRET })}`
  return { cookie, call: (operation, asked) => call(operation, asked, cookie) }
}

/** Calls an operation in this process, with the parts of a request that a server would hand it. */
export async function call(operation: Handler, asked: Asked = {}, cookie?: string): Promise<Answer> {
  const { declaration } = operation
  const path = declaration.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(asked.params?.[name] ?? ''),
  )
  const url = new URL(`/api/v1${path}`, ORIGIN)
  for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, value)
  const writes = declaration.method !== 'GET'
  const type = declaration.bytes ? 'application/octet-stream' : 'application/json'
  const request = new Request(url, {
    method: declaration.method,
    headers: {
      'x-linzhi-address': '192.0.2.1',
      ...(cookie ? { cookie } : {}),
      ...(writes ? { origin: ORIGIN, 'content-type': type } : {}),
      ...asked.headers,
    },
    ...(writes && declaration.body ? { body: JSON.stringify(asked.body ?? {}) } : {}),
    ...(declaration.bytes ? { body: Buffer.from(asked.bytes ?? []) } : {}),
  })
  const response = await operation(request, { params: Promise.resolve(asked.params ?? {}) })
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    ...(isJson
      ? { body: await response.json() }
      : { body: null, bytes: new Uint8Array(await response.arrayBuffer()) }),
  }
}
