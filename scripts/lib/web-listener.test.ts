import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeListener } from './web-listener.mjs'
import { loggedRoute } from './web-path.mjs'

const DOCUMENTS = Symbol.for('linzhi.documents')
const lines: Record<string, unknown>[] = []
const keep = (line: Record<string, unknown>) => lines.push(line)
let base: string

const listener = makeListener({
  handle: async (request, response) => {
    if (request.url === '/fails') throw new Error('inner-detail')
    if (request.method === 'PUT') {
      response.statusCode = 405
      return response.end()
    }
    response.setHeader('Content-Type', 'application/json')
    response.setHeader('Referrer-Policy', 'no-referrer')
    for await (const _ of request);
    response.end(JSON.stringify(request.headers))
  },
  log: { debug: keep, info: keep, error: keep },
  hops: 0,
  maxBytes: 1000,
  publicUrl: 'https://linzhi.cn',
  isDraining: () => false,
})
const server = http.createServer(listener)

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  lines.length = 0
})
afterAll(() => server.close())

test('headers that only the server may set are not taken from outside', async () => {
  const forged = { 'x-forwarded-for': '6.6.6.6', 'x-linzhi-account': 'a', 'x-middleware-subrequest': 'b' }
  const answer = await fetch(`${base}/api/v1`, { headers: { ...forged, 'x-request-id': 'chosen-by-me' } })
  const seen = (await answer.json()) as Record<string, string>
  expect(seen['x-forwarded-for']).toBe('127.0.0.1')
  expect(seen['x-linzhi-address']).toBe('127.0.0.1')
  expect(seen['x-linzhi-account']).toBeUndefined()
  expect(seen['x-middleware-subrequest']).toBeUndefined()
  expect(seen['x-request-id']).toBe(answer.headers.get('x-request-id'))
  expect(seen['x-request-id']).not.toBe('chosen-by-me')
})

test('every answer carries the security headers unless the app set its own', async () => {
  const { headers } = await fetch(`${base}/`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('strict-transport-security')).toContain('max-age')
})

test('a path that cannot be read is 400, never 500', async () => {
  for (const path of ['/%', '/a/%E0%A4', '/b/%00', '/%ED%A0%80', '/x%0d%0ay']) {
    const answer = await fetch(base + path)
    expect(answer.status, path).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'bad-request', requestId: expect.any(String) })
  }
})

test('a body over the limit is 413, whether it says its length or not', async () => {
  const whole = await fetch(base, { method: 'POST', body: 'x'.repeat(2000) })
  expect(whole.status).toBe(413)
  const parts = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('x'.repeat(2000)))
      controller.close()
    },
  })
  const growing = await fetch(base, { method: 'POST', body: parts, duplex: 'half' } as RequestInit)
  expect(growing.status).toBe(413)
})

test('what fails behind is 500 with the request’s id and no word of why', async () => {
  const answer = await fetch(`${base}/fails`)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('inner-detail')
})

test('a contact sheet comes from memory, and costs nothing when it is unchanged', async () => {
  const body = Buffer.from('<p>sheet</p>')
  const lookup = (url: string) => (url === '/b/abc' ? { status: 200, headers: { ETag: '"1"' }, body } : null)
  Reflect.set(globalThis, DOCUMENTS, { lookup })
  expect(await (await fetch(`${base}/b/abc`)).text()).toBe('<p>sheet</p>')
  const again = await fetch(`${base}/b/abc`, { headers: { 'If-None-Match': 'W/"1"' } })
  expect(again.status).toBe(304)
  Reflect.deleteProperty(globalThis, DOCUMENTS)
})

test('a log line has neither query nor address nor ids', async () => {
  await (await fetch(`${base}/office/people/018f0000-0000-7000-8000-000000000000?phone=13800001234`)).text()
  await expect.poll(() => lines.length).toBeGreaterThan(0)
  expect(lines[0]).toMatchObject({ method: 'GET', route: '/office/people/:id', status: 200 })
  expect(JSON.stringify(lines)).not.toMatch(/1380|127[.]0/)
})

test('of the opinion box not even a line says that somebody was there', async () => {
  for (const path of ['/b/K7M2P9QX4TZN/opinion', '/b/K7M2P9QX4TZN/opinion?receipt=ABCDEFGHJKLM'])
    await (await fetch(`${base}${path}`, { method: path.includes('?') ? 'GET' : 'POST' })).text()
  await (await fetch(`${base}/b/K7M2P9QX4TZN/report`)).text()
  await expect.poll(() => lines.map(({ route }) => route)).toEqual(['/b/:code/report'])
})

test('in a logged route only words stay', () => {
  expect(loggedRoute('/b/abcdef?x')).toBe('/b/:code')
  expect(loggedRoute('/api/v1/people/%E5%BC%A0')).toBe('/api/v1/people/:value')
  expect(loggedRoute('/_next/static/chunks/1.js')).toBe('/_next/static')
})

test('a method that an operation does not have is refused with words, also where the framework says nothing', async () => {
  const answer = await fetch(`${base}/api/v1/compounds`, { method: 'PUT' })
  expect(answer.status).toBe(405)
  expect(await answer.json()).toMatchObject({ code: 'method-not-allowed', requestId: expect.any(String) })
})
