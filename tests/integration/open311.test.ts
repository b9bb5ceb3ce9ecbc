import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, call, openOffice, signedInAs } from '../support/office'

type Made = { id: string; key: string }
type Listed = Record<string, string | number | null>[]

let database: TestDatabase
let admin: Caller
let key: string

beforeAll(async () => {
  database = await openOffice()
  admin = await signedInAs('street-admin')
  key = (await makeKey({})).key
})

afterAll(() => database.drop())

const NEW_KEY = { name: '12345热线', communityId: null, endsOn: null }

async function makeKey(more: object): Promise<Made> {
  const { postApiKey } = await import('@/features/people/api-keys/endpoints')
  const made = await admin.call(postApiKey, { body: { ...NEW_KEY, ...more } })
  expect(made.status).toBe(201)
  return made.body as Made
}

async function get(path: string): Promise<{ status: number; text: string; type: string | null }> {
  const { getOpen311 } = await import('@/features/requests/open311/endpoints')
  const url = new URL(path, 'http://localhost:3000/api/open311/v2/')
  const parts = url.pathname.replace('/api/open311/v2/', '').split('/')
  const answer = await getOpen311(new Request(url), { params: Promise.resolve({ path: parts }) })
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
}

async function post(form: Record<string, string>, path = 'requests.json') {
  const { postOpen311 } = await import('@/features/requests/open311/endpoints')
  const request = new Request(`http://localhost:3000/api/open311/v2/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  })
  const answer = await postOpen311(request, { params: Promise.resolve({ path: [path] }) })
  const text = await answer.text()
  return { status: answer.status, text, json: text.startsWith('<') ? null : JSON.parse(text) }
}

const listed = async (path: string): Promise<Listed> => JSON.parse((await get(path)).text)
const asking = askingDemo(() => database)

test('the services and their definitions are told as JSON and as XML, and an unknown one is 404 in both', async () => {
  const services = await listed('services.json')
  expect(services.length).toBeGreaterThan(10)
  expect(services[0]).toMatchObject({ service_code: expect.any(String), type: 'realtime', metadata: true })
  const xml = await get('services.xml?jurisdiction_id=321204001')
  expect(xml.type).toContain('text/xml')
  expect(xml.text.match(/<service>/g)).toHaveLength(services.length)
  const definition = JSON.parse((await get(`services/${services[0]?.service_code}.json`)).text)
  expect(definition.attributes.map(({ code }: { code: string }) => code)).toEqual(['place', 'source_number'])
  expect(await get('services/none.json')).toMatchObject({ status: 404 })
  expect((await get('services/none.xml')).text).toMatch(/<errors><error><code>404<\/code><description>/)
  expect(await get('services.json?jurisdiction_id=999999999')).toMatchObject({ status: 404 })
})

test('requests are found by number, service, state and time, a page at a time', async () => {
  const page = await listed('requests.json?page_size=20')
  expect(page).toHaveLength(20)
  const times = page.map(({ requested_datetime }) => String(requested_datetime))
  expect(times).toEqual([...times].sort().reverse())
  const next = await listed('requests.json?page_size=20&page=2')
  const numbers = (rows: Listed) => rows.map(({ service_request_id }) => service_request_id)
  expect(new Set([...numbers(page), ...numbers(next)]).size).toBe(40)
  const open = await listed('requests.json?status=open&page_size=200')
  expect(new Set(open.map(({ status }) => status))).toEqual(new Set(['open']))
  const both = numbers(page).slice(0, 2).join(',')
  expect(await listed(`requests.json?service_request_id=${both}`)).toHaveLength(2)
  expect(await listed(`requests/${page[0]?.service_request_id}.json`)).toEqual([page[0]])
  const code = String(page[0]?.service_code)
  for (const row of await listed(`requests.json?service_code=${code}`)) expect(row.service_code).toBe(code)
  const [rows] = await asking<{ first: Date }>('SELECT min(created_at) AS first FROM request')
  const first = new Date(rows?.first ?? 0).toISOString()
  const day = await listed(`requests.json?start_date=${first}&end_date=${first}`)
  expect(day).toHaveLength(1)
  expect(await get('requests/none.xml')).toMatchObject({ status: 404 })
  expect(await get('requests.json?status=broken')).toMatchObject({ status: 400 })
  expect(await get('requests.json?start_date=yesterday')).toMatchObject({ status: 400 })
  expect(await get('requests.json?page=0')).toMatchObject({ status: 400 })
})

test('what another system reports is a request; the same number of its own is one, also sent at once', async () => {
  const form = {
    api_key: key,
    service_code: 'burst-pipe',
    description: '水管爆了 <b>&',
    address_string: '罗塘街道古田新村3幢',
    last_name: '钱',
    first_name: '多多',
    phone: '191 1000 0007',
    'attribute[source_number]': 'HX-1',
  }
  const filed = await Promise.all([post(form), post(form), post(form), post(form)])
  expect(filed.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  const numbers = new Set(filed.map(({ json }) => json[0].service_request_id))
  expect(numbers.size).toBe(1)
  const [row] = await asking<{ name: string; phone: string; building: string; source: string }>(
    `SELECT r.reporter_name AS name, r.reporter_phone AS phone, b.name AS building, r.source::text FROM request r
     JOIN building b ON b.street_id = r.street_id AND b.id = r.building_id WHERE r.number = '${[...numbers][0]}'`,
  )
  expect(row).toEqual({ name: '钱多多', phone: '19110000007', building: '3栋', source: 'open311' })
})

test('a place is found by id and by point, and what is nowhere is refused by name', async () => {
  const [compound] = await asking<{ id: string; latitude: number; longitude: number }>(
    'SELECT id, latitude, longitude FROM compound WHERE latitude IS NOT NULL ORDER BY id LIMIT 1',
  )
  const form = { api_key: key, service_code: 'no-water', description: '没有水' }
  const { latitude = 0, longitude = 0, id = '' } = compound ?? {}
  expect(await post({ ...form, address_id: id })).toMatchObject({ status: 201 })
  expect(await post({ ...form, lat: String(latitude + 0.0005), long: String(longitude) })).toMatchObject({
    status: 201,
  })
  expect(await post({ ...form, lat: '39.9', long: '116.4' })).toMatchObject({ status: 400 })
  expect(await post({ ...form, lat: '39.9' })).toMatchObject({ status: 400 })
  expect(await post({ ...form, address_string: '不存在小区1幢' })).toMatchObject({ status: 400 })
  expect(await post({ ...form, service_code: 'none', address_id: id })).toMatchObject({ status: 404 })
  expect(await post({ ...form, address_id: id, description: '' })).toMatchObject({ status: 400 })
  expect(await post({ ...form, address_id: id, description: 'a\u0000b' })).toMatchObject({ status: 400 })
  expect((await post({ ...form, address_id: id }, 'requests.xml')).text).toMatch(
    /<service_requests><request><service_request_id>\d{6}-\w{5}<\/service_request_id>/,
  )
})

test('nothing that is told holds what was said, a name or a number', async () => {
  await asking(
    `UPDATE request SET words = '张三丰 19122223333 家漏水', reporter_name = '张三丰', reporter_phone = '19122223333',
       place = '张三丰家' WHERE id IN (SELECT id FROM request ORDER BY created_at DESC LIMIT 30)`,
  )
  for (const path of ['requests.json?page_size=200', 'requests.xml?page_size=200']) {
    const { text } = await get(path)
    expect(text).not.toMatch(/张三丰|19122223333|漏水</)
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
  }
})

test('without a valid key nothing is taken, and a key holds only for what it gives and where', async () => {
  const form = { service_code: 'no-water', description: '没有水', address_string: '古田新村' }
  expect(await post(form)).toMatchObject({ status: 403 })
  expect(await post({ ...form, api_key: 'lz_made-up' })).toMatchObject({ status: 403 })
  const reader = await makeKey({ report: false, read: true })
  expect(await post({ ...form, api_key: reader.key })).toMatchObject({ status: 403 })
  const [elsewhere] = await asking<{ id: string }>(
    `SELECT id FROM community WHERE id <> (SELECT community_id FROM compound WHERE name = '古田新村') LIMIT 1`,
  )
  const narrow = await makeKey({ communityId: elsewhere?.id })
  expect(await post({ ...form, api_key: narrow.key })).toMatchObject({ status: 400 })

  const { getRequests } = await import('@/features/requests/board/endpoints')
  const { getCompounds } = await import('@/features/places/compounds/endpoints')
  const { getSessions } = await import('@/features/people/own-account/endpoints')
  const bearer = { headers: { authorization: `Bearer ${reader.key}` } }
  expect((await call(getRequests, bearer)).status).toBe(200)
  expect((await call(getCompounds, bearer)).status).toBe(403)
  expect((await call(getSessions, bearer)).status).toBe(403)
  const { postApiKeyRevocation } = await import('@/features/people/api-keys/endpoints')
  expect((await admin.call(postApiKeyRevocation, { params: { id: reader.id } })).status).toBe(200)
  expect((await call(getRequests, bearer)).status).toBe(401)
  expect((await admin.call(postApiKeyRevocation, { params: { id: reader.id } })).status).toBe(409)
})

test('the hotline writes down by key as staff do, and its number comes in once', async () => {
  const { postRequest } = await import('@/features/requests/intake/endpoints')
  const [category] = await asking<{ id: string }>(`SELECT id FROM request_category WHERE code = 'no-water'`)
  const [compound] = await asking<{ id: string }>(`SELECT id FROM compound WHERE name = '古田新村'`)
  const body = {
    source: 'hotline',
    sourceNumber: '12345-9',
    categoryId: category?.id,
    compoundId: compound?.id,
    words: '热线转来：没有水',
  }
  const asked = { body, headers: { authorization: `Bearer ${key}`, origin: '' } }
  expect((await call(postRequest, asked)).status).toBe(201)
  const again = await call(postRequest, asked)
  expect(again).toMatchObject({ status: 409, body: { fields: { sourceNumber: expect.any(String) } } })
})

test('of five who write the same number of the hotline down at once, one does', async () => {
  const { postRequest } = await import('@/features/requests/intake/endpoints')
  const [category] = await asking<{ id: string }>(`SELECT id FROM request_category WHERE code = 'no-water'`)
  const [compound] = await asking<{ id: string }>(`SELECT id FROM compound WHERE name = '古田新村'`)
  const body = {
    source: 'hotline',
    sourceNumber: '12345-77',
    categoryId: category?.id,
    compoundId: compound?.id,
    words: '没有水',
  }
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => admin.call(postRequest, { body })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
})
