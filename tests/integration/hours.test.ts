import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let admin: Caller
let staff: Caller
let community: Caller
let hours: typeof import('@/features/sheets/flexible-hours/endpoints')
let calendar: typeof import('@/features/places/calendar/endpoints')

beforeAll(async () => {
  database = await openOffice()
  hours = await import('@/features/sheets/flexible-hours/endpoints')
  calendar = await import('@/features/places/calendar/endpoints')
  admin = await signedInAs('street-admin')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
})

afterAll(() => database.drop())

type Row = {
  id: string
  title: string
  communityId: string | null
  version: number
  understood: object | null
}
const rowsFor = async (caller: Caller, query: Record<string, string> = {}) =>
  ((await caller.call(hours.getFlexibleHours, { query })).body as { rows: Row[] }).rows

const row = { title: '夜间值班', hoursText: '18:00-22:00', place: null, phone: null, position: 9 }
const add = (caller: Caller, communityId: string | null, changes: object = {}) =>
  caller.call(hours.postFlexibleHours, { body: { ...row, communityId, ...changes } })

test('community staff write their own community’s hours, and neither another’s nor the whole street’s', async () => {
  const [own] = await rowsFor(community)
  const foreign = (await rowsFor(staff)).find(({ communityId }) => communityId !== own?.communityId)
  expect(await rowsFor(community, { community: foreign?.communityId ?? '' })).toEqual([])
  expect((await add(community, own?.communityId ?? '')).status).toBe(201)
  expect((await add(community, foreign?.communityId ?? '')).status).toBe(422)
  expect((await add(community, null)).status).toBe(422)
  const street = await add(staff, null, { title: '全街道值班' })
  expect(street.status).toBe(201)
  const { id } = street.body as Row
  expect((await rowsFor(community))[0]).toMatchObject({ id, title: '全街道值班', writable: false })
  const change = (caller: Caller, version: number) =>
    caller.call(hours.patchFlexibleHours, { params: { id }, body: { ...row, version } })
  expect((await change(community, 1)).status).toBe(404)
  expect((await change(staff, 1)).status).toBe(200)
  expect((await change(staff, 1)).status).toBe(409)
})

test('hours that nobody can tell are found, and an ended row is off the table', async () => {
  const { id } = (await add(staff, null, { title: '随缘', hoursText: '看情况吧' })).body as Row
  expect((await rowsFor(staff, { hours: 'unclear' })).map((found) => found.id)).toEqual([id])
  const end = () => staff.call(hours.postFlexibleHoursEnd, { params: { id }, body: { version: 1 } })
  expect((await end()).status).toBe(200)
  expect((await end()).status).toBe(409)
  expect((await rowsFor(staff)).map((found) => found.id)).not.toContain(id)
})

test('a year is filled in with what was announced, what the street entered stays, and an unknown year is refused', async () => {
  const { db } = await import('@/server/db')
  await db().calendarDay.deleteMany({
    where: { day: { gte: new Date('2025-01-01'), lte: new Date('2025-12-31') } },
  })
  const day = { day: '2025-10-01', kind: 'holiday', name: '国庆' }
  expect((await staff.call(calendar.postCalendarDay, { body: day })).status).toBe(403)
  expect((await admin.call(calendar.postCalendarDay, { body: day })).status).toBe(201)
  expect((await admin.call(calendar.postCalendarDay, { body: day })).status).toBe(409)
  expect((await admin.call(calendar.postCalendarYear, { body: { year: 2025 } })).status).toBe(200)
  const { days } = (await staff.call(calendar.getCalendar, { query: { year: '2025' } })).body as {
    days: { day: string; name: string }[]
  }
  expect(days.length).toBeGreaterThan(20)
  expect(days.find((one) => one.day === '2025-10-01')?.name).toBe('国庆')
  expect((await admin.call(calendar.postCalendarYear, { body: { year: 2099 } })).status).toBe(422)
})

test('a day is changed only as it was read, and a weekday is no make-up workday', async () => {
  const was = { wasKind: 'holiday', wasName: '国庆' }
  const params = { day: '2025-10-01' }
  const change = (body: object) => admin.call(calendar.patchCalendarDay, { params, body })
  expect((await change({ kind: 'workday', name: '国庆', ...was })).status).toBe(400)
  expect((await change({ kind: 'holiday', name: '国庆节', ...was })).status).toBe(200)
  expect((await change({ kind: 'holiday', name: '十一', ...was })).status).toBe(409)
  const remove = (wasName: string) =>
    admin.call(calendar.postCalendarDayRemoval, { params, body: { wasKind: 'holiday', wasName } })
  expect((await remove('国庆')).status).toBe(409)
  expect((await remove('国庆节')).status).toBe(200)
  expect((await remove('国庆节')).status).toBe(404)
})
