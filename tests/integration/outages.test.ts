import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderSheet } from '@/features/sheets/document'
import { boardDocument } from '@/features/sheets/endpoints'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

type Place = { community: string; compound: string; building: string; stairwell: string; code: string }

let database: TestDatabase
let staff: Caller
let community: Caller
let endpoints: typeof import('@/features/requests/outages/endpoints')
const asking = askingDemo(() => database)
let here: Place
let elsewhere: Place

beforeAll(async () => {
  database = await openOffice()
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  endpoints = await import('@/features/requests/outages/endpoints')
  await asking('DELETE FROM outage_notice')
  const places = await asking<Place>(`
    SELECT DISTINCT ON (co.code) co.id AS community, c.id AS compound, b.id AS building, s.id AS stairwell, p.code
    FROM public_code p JOIN notice_board n ON n.street_id = p.street_id AND n.id = p.board_id
    JOIN stairwell s ON s.street_id = n.street_id AND s.id = n.stairwell_id
    JOIN building b ON b.street_id = s.street_id AND b.id = s.building_id
    JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
    JOIN community co ON co.street_id = c.street_id AND co.id = c.community_id
    WHERE p.revoked_at IS NULL ORDER BY co.code, p.code LIMIT 2`)
  here = places[0] as Place
  elsewhere = places[1] as Place
})

afterAll(() => database.drop())

const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
const told = (more: object) => ({
  kind: 'water',
  isPlanned: true,
  title: '水箱清洗停水',
  titleEn: 'Tank cleaning',
  words: '请提前储水',
  wordsEn: null,
  startsAt: inHours(-1),
  endsAt: inHours(2),
  ...more,
})

async function sheet(code: string, lang = 'zh-CN'): Promise<string> {
  const request = new Request(`http://localhost:3000/b/${code}?lang=${lang}`)
  const answer = await boardDocument(renderSheet)(request, { params: Promise.resolve({ code }) })
  expect(answer.status).toBe(200)
  return answer.text()
}

async function tell(caller: Caller, body: object): Promise<string> {
  const answer = await caller.call(endpoints.postOutage, { body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return (answer.body as { id: string }).id
}

test('a notice of any place shows on the sheets there and on no other, in both languages, and changes no version', async () => {
  const version = (html: string) => /第 (\d+) 版/.exec(html)?.[1]
  const before = version(await sheet(here.code))
  for (const level of ['community', 'compound', 'building', 'stairwell'] as const) {
    const title = `停水${level}`
    const id = await tell(staff, told({ place: `${level}:${here[level]}`, title }))
    const shown = await sheet(here.code)
    expect(shown).toContain(title)
    expect(version(shown)).toBe(before)
    expect(await sheet(here.code, 'en')).toContain('Tank cleaning')
    expect(await sheet(elsewhere.code)).not.toContain(title)
    const ended = await staff.call(endpoints.postOutageEnd, { params: { id }, body: { version: 1 } })
    expect(ended.status).toBe(200)
    expect(await sheet(here.code)).not.toContain(title)
  }
  await tell(staff, told({ place: null, wholeStreet: true, title: '全街停水' }))
  expect(await sheet(elsewhere.code)).toContain('全街停水')
})

test('a planned notice shows from three days before it begins, a past one no more, a withdrawn one never', async () => {
  const place = `compound:${here.compound}`
  await tell(staff, told({ place, title: '后天停水', startsAt: inHours(48), endsAt: null }))
  await tell(staff, told({ place, title: '下月停水', startsAt: inHours(24 * 30), endsAt: null }))
  await tell(staff, told({ place, title: '昨天停水', startsAt: inHours(-30), endsAt: inHours(-20) }))
  const id = await tell(staff, told({ place, title: '误发停水' }))
  await staff.call(endpoints.postOutageWithdrawal, { params: { id }, body: { version: 1 } })
  const shown = await sheet(here.code)
  expect(shown).toContain('后天停水')
  for (const title of ['下月停水', '昨天停水', '误发停水']) expect(shown).not.toContain(title)
})

test('who reports there is told of it too', async () => {
  const { getReportForm } = await import('@/features/sheets/report/endpoints')
  await tell(staff, told({ place: `stairwell:${here.stairwell}`, title: '本单元停水' }))
  const request = new Request(`http://localhost:3000/b/${here.code}/report`, {
    headers: { 'x-linzhi-address': '192.0.2.9' },
  })
  const form = await getReportForm(request, { params: Promise.resolve({ code: here.code }) })
  expect(await form.text()).toContain('本单元停水')
})

test('a community tells its own places alone, and cannot touch the street’s notices or another community’s', async () => {
  const mine = await tell(community, told({ place: `building:${here.building}` }))
  const status = async (body: object) => (await community.call(endpoints.postOutage, { body })).status
  expect(await status(told({ place: `compound:${elsewhere.compound}` }))).toBe(422)
  expect(await status(told({ place: null, wholeStreet: true }))).toBe(422)
  expect(await status(told({ place: null }))).toBe(400)
  const streetWide = await tell(staff, told({ place: null, wholeStreet: true, title: '全街' }))
  const foreign = await tell(staff, told({ place: `compound:${elsewhere.compound}`, title: '外社区' }))
  const seen = await community.call(endpoints.getOutages, { query: { size: '100' } })
  const ids = (seen.body as { rows: { id: string }[] }).rows.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([mine, streetWide]))
  expect(ids).not.toContain(foreign)
  for (const id of [streetWide, foreign]) {
    const end = await community.call(endpoints.postOutageEnd, { params: { id }, body: { version: 1 } })
    expect(end.status).toBe(404)
  }
})

test('who holds a compound, or the command room of a zone, tells no community that it is only a part of', async () => {
  const narrowed = async (username: string, kind: string, id: string) => {
    await asking(`UPDATE role_grant SET scope_kind = '${kind}', scope_id = '${id}'
      WHERE account_id = (SELECT id FROM account WHERE username = '${username}')`)
    return signedInAs(username)
  }
  const whole = await tell(staff, told({ place: `community:${here.community}`, title: '全社区' }))
  const [zone] = await asking<{ id: string }>(
    `SELECT zone_id AS id FROM zone_compound WHERE compound_id = '${here.compound}'`,
  )
  const part = [
    await narrowed('community-staff', 'compound', here.compound),
    await narrowed('dispatcher', 'zone', zone?.id ?? ''),
  ]
  for (const caller of part) {
    await tell(caller, told({ place: `compound:${here.compound}` }))
    const community = told({ place: `community:${here.community}` })
    expect((await caller.call(endpoints.postOutage, { body: community })).status).toBe(422)
    const end = { params: { id: whole }, body: { version: 1 } }
    expect((await caller.call(endpoints.postOutageEnd, end)).status).toBe(404)
    expect((await caller.call(endpoints.getOutage, { params: { id: whole } })).status).toBe(200)
    const { body } = await caller.call(endpoints.getOutagePlaces, { query: { q: '社区' } })
    expect(JSON.stringify(body)).not.toContain('community:')
  }
})

test('a stale version, an end before the start and a notice that is over are refused by name', async () => {
  const id = await tell(staff, told({ place: `compound:${here.compound}` }))
  const change = (body: object) =>
    staff.call(endpoints.patchOutage, { params: { id }, body: { ...told({}), ...body } })
  expect((await change({ version: 1, title: '改期' })).status).toBe(200)
  expect((await change({ version: 1 })).status).toBe(409)
  const backwards = await change({ version: 2, endsAt: inHours(-5) })
  expect(backwards.body).toMatchObject({ fields: { endsAt: expect.stringContaining('晚于') } })
  await staff.call(endpoints.postOutageEnd, { params: { id }, body: { version: 2 } })
  expect((await change({ version: 3 })).status).toBe(409)
})
