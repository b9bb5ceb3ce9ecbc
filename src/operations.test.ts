import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { OPERATIONS } from './operations'
import { PERMISSIONS } from './server/permissions'

const api = path.resolve(import.meta.dirname, '../app/api')
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Routes that are no declared operation, each with its reason. */
const EXCEPTIONS: Record<string, string> = {
  '[...path]/route.ts': 'answers addresses that do not exist',
  'auth/[...nextauth]/route.ts': 'next-auth’s own protocol for signing in and out',
  'health/live/route.ts': 'asked by machines without an account',
  'health/ready/route.ts': 'asked by machines without an account',
  'v1/requests/stream/route.ts': 'an event stream, which is no single answer',
  'open311/v2/[...path]/route.ts':
    'Open311 GeoReport’s own formats, suffixes and keys; its commands are ours',
  'openapi.json/route.ts': 'the list of the operations itself',
}

const routes = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('route.ts'),
)

test('every route under /api is a declared operation at its own address, or a named exception', async () => {
  expect(routes.length).toBeGreaterThan(5)
  expect(routes).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS)))
  const served = new Set<unknown>()
  for (const file of routes.filter((name) => !(name in EXCEPTIONS))) {
    const address = path
      .dirname(file)
      .replace(/^v1/, '')
      .replaceAll(/\[(\w+)\]/g, '{$1}')
    const module: Record<string, unknown> = await import(path.join(api, file))
    for (const [name, handler] of Object.entries(module)) {
      expect(METHODS, `${file} exports ${name}`).toContain(name)
      expect(OPERATIONS, `${file} ${name}`).toContain(handler)
      const { declaration } = OPERATIONS[OPERATIONS.indexOf(handler as (typeof OPERATIONS)[number])] ?? {}
      expect(`${declaration?.method} ${declaration?.path}`).toBe(`${name} ${address}`)
      served.add(handler)
    }
  }
  expect(
    OPERATIONS.filter((operation) => !served.has(operation)).map(({ declaration }) => declaration.path),
  ).toEqual([])
})

test('every operation names a permission that exists, or says who else may call it', () => {
  const known = [...PERMISSIONS, 'signed-in', 'anyone']
  for (const { declaration } of OPERATIONS)
    for (const allow of [declaration.allow].flat()) expect(known, declaration.path).toContain(allow)
})

test('every write can be repeated without being done twice, or hands out a file', () => {
  const careless = OPERATIONS.filter(
    ({ declaration: { method, idempotent, repeatable, answer, allow } }) =>
      method !== 'GET' && !idempotent && !repeatable && answer !== 'file' && allow !== 'anyone',
  )
  expect(careless.map(({ declaration }) => `${declaration.method} ${declaration.path}`)).toEqual([])
})
