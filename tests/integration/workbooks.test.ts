import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handler } from '@/server/endpoint'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let admin: Caller
let staff: Caller
let exports: Handler[]

beforeAll(async () => {
  database = await openOffice()
  admin = await signedInAs('street-admin')
  staff = await signedInAs('street-staff')
  const { OPERATIONS } = await import('@/operations')
  exports = OPERATIONS.filter(
    ({ declaration: { path, answer } }) => answer === 'file' && /^[^{]*\/export$/.test(path),
  )
})

afterAll(() => database.drop())

/** There are more registers than a person may export in ten minutes. */
const forgetLimits = async () => (await import('@/server/db')).db().rateLimit.deleteMany({})

async function rowsOf(operation: Handler, language: string): Promise<string[][]> {
  await forgetLimits()
  // What residents said in confidence is no register of whoever runs the system.
  const isConfidential = String(operation.declaration.allow).startsWith('opinions.')
  const { status, bytes } = await (isConfidential ? staff : admin).call(operation, {
    headers: { 'accept-language': language },
  })
  expect(status, operation.declaration.path).toBe(200)
  const book = read(bytes)
  const [sheet = ''] = book.SheetNames
  return utils.sheet_to_json<string[]>(book.Sheets[sheet] ?? {}, { header: 1 })
}

test('every register leaves as a workbook in the reader’s language, row for row the same', async () => {
  expect(exports.length).toBeGreaterThan(10)
  for (const operation of exports) {
    const { path } = operation.declaration
    const english = await rowsOf(operation, 'en')
    const chinese = await rowsOf(operation, 'zh-CN')
    expect(english[0]?.join(' '), path).not.toMatch(/\p{Script=Han}/u)
    for (const heading of chinese[0] ?? []) expect(heading, path).toMatch(/\p{Script=Han}/u)
    if (path !== '/audit/export') expect(english.length, path).toBe(chinese.length)
    expect(english.length, path).toBeGreaterThan(1)
  }
})

test('a text that looks like a formula stays the text that it is', async () => {
  const { workbookOf } = await import('@/server/workbook')
  const { file } = await workbookOf(
    'en',
    'zones',
    [{ heading: 'name', value: (name: string) => name }],
    ['=1+1', '-x', '@a'],
  )
  const sheet = Object.values(read(file.bytes).Sheets)[0] ?? {}
  expect(['A2', 'A3', 'A4'].map((at) => [sheet[at].t, sheet[at].v, sheet[at].f])).toEqual([
    ['s', '=1+1', undefined],
    ['s', '-x', undefined],
    ['s', '@a', undefined],
  ])
})
