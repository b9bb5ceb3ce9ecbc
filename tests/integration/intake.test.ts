import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Caller, call, openOffice, signedInAs } from '../support/office'

const files = mkdtempSync(path.join(tmpdir(), 'linzhi-intake-'))
let database: TestDatabase
let db: typeof import('@/server/db').db
let forms: typeof import('@/features/sheets/report/endpoints')
let tracks: typeof import('@/features/requests/tracks/endpoints')
let trackForms: typeof import('@/features/requests/tracks/forms/endpoints')
let photos: typeof import('@/features/requests/photos/endpoints')
let life: typeof import('@/features/requests/life/endpoints')
let similar: typeof import('@/features/sheets/similar/endpoints')
let admin: Caller
let code: string
let categories: Record<string, string>

beforeAll(async () => {
  process.env.DATA_DIR = files
  database = await openOffice()
  db = (await import('@/server/db')).db
  forms = await import('@/features/sheets/report/endpoints')
  tracks = await import('@/features/requests/tracks/endpoints')
  trackForms = await import('@/features/requests/tracks/forms/endpoints')
  photos = await import('@/features/requests/photos/endpoints')
  life = await import('@/features/requests/life/endpoints')
  similar = await import('@/features/sheets/similar/endpoints')
  admin = await signedInAs('street-admin')
  code = (await db().publicCode.findFirstOrThrow({ where: { revokedAt: null }, orderBy: { code: 'asc' } }))
    .code
  const rows = await db().requestCategory.findMany({ select: { id: true, code: true } })
  categories = Object.fromEntries(rows.map((row) => [row.code, row.id]))
})

beforeEach(async () => {
  await db().rateLimit.deleteMany()
})

afterAll(async () => {
  await database.drop()
  rmSync(files, { recursive: true, force: true })
})

const here = () => ({ params: Promise.resolve({ code }) })
const url = () => `http://localhost:3000/b/${code}/report`

/** The form as a browser receives it: the key, and the riddle that a script would solve. */
async function openForm(): Promise<{ key: string; altcha: string }> {
  const answer = await forms.getReportForm(new Request(url()), here())
  const html = await answer.text()
  expect(answer.status).toBe(200)
  const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const riddle = JSON.parse((/data-altcha="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"'))
  const { createHash } = await import('node:crypto')
  let number = 0
  while (createHash('sha256').update(`${riddle.salt}${number}`).digest('hex') !== riddle.challenge) number++
  return { key, altcha: Buffer.from(JSON.stringify({ ...riddle, number })).toString('base64') }
}

type Sent = Record<string, string>

async function send(fields: Sent, attached: readonly Blob[] = []): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of attached) body.append('photos', file, 'photo.jpg')
  return forms.postReportForm(
    new Request(url(), { method: 'POST', body, headers: { 'x-linzhi-address': '192.0.2.9' } }),
    here(),
  )
}

const said = (more: Sent = {}): Sent => ({
  categoryId: categories['stair-light'] ?? '',
  seen: categories['stair-light'] ?? '',
  words: '三楼灯不亮',
  where: 'stairwell',
  place: '',
  reporterName: '',
  reporterPhone: '',
  ...more,
})

const tokenOf = (answer: Response): string => {
  expect(answer.status, answer.headers.get('location') ?? '').toBe(303)
  return /^\/track\/([A-Z2-9]{20})$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#358' } })

const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])
const kept = () =>
  existsSync(path.join(files, 'files'))
    ? readdirSync(path.join(files, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.jpg'),
      )
    : []

test('a report sent twice at once is one request with one code, and the code is nowhere in clear', async () => {
  const { key, altcha } = await openForm()
  const before = await db().request.count()
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(said({ key, altcha }))))
  const tokens = new Set(answers.map(tokenOf))
  expect(tokens.size).toBe(1)
  expect(await db().request.count()).toBe(before + 1)
  const [token = ''] = tokens
  const everything = JSON.stringify([
    await db().requestTrack.findMany(),
    await db().idempotencyKey.findMany(),
    await db().auditEntry.findMany({ where: { action: 'request.report' } }),
  ])
  expect(everything).not.toContain(token)
})

test('what is wrong is said at its field, and all that was typed and sent stays', async () => {
  const { key, altcha } = await openForm()
  const photo = blobOf(await picture().jpeg().toBuffer())
  const answer = await send(said({ key, altcha, words: '', place: '<b>3楼', reporterPhone: '12' }), [photo])
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const field of ['words', 'reporterPhone']) expect(html).toContain(`id="f-${field}-error"`)
  expect(html).toContain('value="&lt;b&gt;3楼"')
  const photoIds = /name="photoIds" value="([^"]+)"/.exec(html)?.[1] ?? ''
  expect(photoIds).toMatch(/^[0-9a-f-]{36}$/)
  const token = tokenOf(await send(said({ key, altcha, photoIds })))
  const tracked = await call(tracks.getTrack, { params: { token } })
  expect(tracked.body).toMatchObject({ photos: [{ id: photoIds }], state: 'submitted' })
})

test('danger to life shows its number before a report is taken', async () => {
  const { key, altcha } = await openForm()
  const fire = said({ key, altcha, categoryId: categories.fire ?? '', words: '冒烟' })
  const first = await send(fire)
  expect(first.status).toBe(422)
  expect(await first.text()).toContain('class="first" href="tel:119"')
  tokenOf(await send({ ...fire, called: '1' }))
})

test('a machine that fills in the hidden field leaves nothing behind', async () => {
  const { key, altcha } = await openForm()
  const before = await db().request.count()
  expect((await send(said({ key, altcha, website: 'x' }))).headers.get('location')).toBe(`/b/${code}`)
  expect((await send(said({ key: 'made-up', altcha }))).status).toBe(409)
  expect(await db().request.count()).toBe(before)
})

test('without a solved riddle six are taken in ten minutes, with one more are', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 8; turn++) {
    const { key } = await openForm()
    statuses.push((await send(said({ key, words: `第${turn}件` }))).status)
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429])
  const { key, altcha } = await openForm()
  tokenOf(await send(said({ key, altcha })))
  const other = await openForm()
  expect((await send(said({ key: other.key, altcha }))).status, 'a riddle of another form').toBe(429)
})

test('who has the same trouble follows, reads no word of the reporter’s, and can neither rate nor withdraw', async () => {
  const { key, altcha } = await openForm()
  const secret = '王阿姨家 13812345678'
  const reporter = tokenOf(await send(said({ key, altcha, words: secret, where: 'building' })))
  const list = await call(similar.getSimilarRequests, {
    query: { code, categoryId: categories['stair-light'] ?? '' },
  })
  expect(list.status).toBe(200)
  expect(JSON.stringify(list.body)).not.toContain('王阿姨')
  const unseen = await send(said({ ...(await openForm()), seen: '' }))
  expect(unseen.status).toBe(422)
  expect(await unseen.text()).toContain('name="follow"')
  const [{ follow = '' } = {}] = list.body as { follow: string }[]
  const follower = tokenOf(await send({ follow }))
  const read = await call(tracks.getTrack, { params: { token: follower } })
  expect(read.body).toMatchObject({ kind: 'follower', moves: [], words: '' })
  expect(JSON.stringify(read.body)).not.toContain('王阿姨')
  const step = { params: { token: follower }, body: { move: 'withdraw' } }
  expect((await call(tracks.postTrackMove, step)).status).toBe(403)
  expect((await call(tracks.postTrackMove, { ...step, params: { token: reporter } })).status).toBe(200)
  expect((await send({ follow: `${follow}x` })).status).toBe(409)
})

test('a code that is none is nowhere', async () => {
  const token = 'A'.repeat(20)
  expect((await call(tracks.getTrack, { params: { token } })).status).toBe(404)
  const step = { params: { token }, body: { move: 'withdraw' } }
  expect((await call(tracks.postTrackMove, step)).status).toBe(404)
  const answer = await forms.getReportForm(new Request(url()), {
    params: Promise.resolve({ code: 'ZZZZZZZZZZZZ' }),
  })
  expect(answer.status).toBe(404)
})

/** A request of the sheet's that waits for a rating, led there past the guards' movers by the table itself. */
async function toRate(): Promise<{ token: string; id: string }> {
  const { key, altcha } = await openForm()
  const token = tokenOf(await send(said({ key, altcha })))
  const { hashToken } = await import('@/server/session')
  const { requestId: id } = await db().requestTrack.findUniqueOrThrow({
    where: { tokenHash: hashToken(token) },
  })
  const pg = (await import('pg')).default
  const superuser = new pg.Client(database.urls.superuser)
  await superuser.connect()
  await superuser.query('SET session_replication_role = replica')
  await superuser.query(
    "UPDATE request SET state = 'to_rate', wait_until = now() + interval '7 days' WHERE id = $1",
    [id],
  )
  await superuser.end()
  return { token, id }
}

test('of ten ratings at once one counts; a dissatisfied one asks for reopening, and staff have no way to write one', async () => {
  const { token, id } = await toRate()
  const rate = { move: 'rate-not-satisfied', words: '还是不亮', overall: 2, speed: 1, manner: 5 }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call(tracks.postTrackMove, { params: { token }, body: rate })),
  )
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(new Set(statuses)).toEqual(new Set([200, 409]))
  expect(await db().requestFeedback.findMany({ where: { requestId: id } })).toMatchObject([
    { satisfied: false, overall: 2, speed: 1, manner: 5, words: '还是不亮' },
  ])
  expect((await db().request.findFirstOrThrow({ where: { id } })).state).toBe('reopen_asked')
  const byStaff = await admin.call(life.postRequestMove, {
    params: { id },
    body: { move: 'rate-satisfied', version: 2 },
  })
  expect(byStaff.status).toBe(400)
})

test('a plain form rates too, and comes back to the page with what came of it', async () => {
  const { token } = await toRate()
  const post = (fields: Record<string, string>) =>
    trackForms.postTrackForm(
      new Request(`http://localhost:3000/track/${token}/moves`, {
        method: 'POST',
        body: new URLSearchParams(fields),
      }),
      { params: Promise.resolve({ token }) },
    )
  const wrong = await post({ move: 'rate-satisfied', overall: '9' })
  expect(wrong.headers.get('location')).toBe(`/track/${token}?problem=invalid`)
  const done = await post({ move: 'rate-satisfied', overall: '5', speed: '', words: '' })
  expect([done.status, done.headers.get('location')]).toEqual([303, `/track/${token}?done=1`])
  const again = await post({ move: 'rate-satisfied', overall: '5' })
  expect(again.headers.get('location')).toBe(`/track/${token}?problem=move-not-possible`)
})

/** Files that somebody may send for a photo, each with whether its picture may be kept. */
async function hostileFiles(): Promise<[string, Uint8Array, boolean][]> {
  const jpeg = await picture().jpeg().toBuffer()
  const png = await picture().png().toBuffer()
  const webp = await picture().webp().toBuffer()
  const text = (words: string) => Buffer.from(words)
  const svg = text(
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>',
  )
  const page = text('<script>alert(document.cookie)</script>')
  const zip = Buffer.concat([text('PK\u0003\u0004'), Buffer.alloc(60)])
  const located = await picture()
    .withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
  const frames = await sharp(
    [await picture().png().toBuffer(), await picture(40, 30).negate().png().toBuffer()],
    {
      join: { animated: true },
    },
  )
    .webp()
    .toBuffer()
  const gif = await picture().gif().toBuffer()
  const bomb = await picture(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer()
  const list: [string, Uint8Array, boolean][] = [
    ['empty of sense', Buffer.alloc(1), false],
    ['svg', svg, false],
    ['svg behind a byte order mark', Buffer.concat([text('\ufeff'), svg]), false],
    [
      'xml with an entity bomb',
      text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><svg>&b;</svg>'),
      false,
    ],
    ['html', page, false],
    ['a script', text('#!/bin/sh\nrm -rf /'), false],
    ['php', text('<?php system($_GET[0]); ?>'), false],
    ['a program', Buffer.concat([text('MZ'), Buffer.alloc(200)]), false],
    ['elf', Buffer.concat([Buffer.from([0x7f]), text('ELF'), Buffer.alloc(200)]), false],
    ['zip', zip, false],
    ['pdf', text('%PDF-1.7\n1 0 obj <</JS (app.alert(1))>>'), false],
    ['gif', gif, false],
    ['gif with a script', Buffer.concat([text('GIF89a/*'), page]), false],
    ['animated webp', frames, false],
    ['a bomb of 256 megapixels', bomb, false],
    ['jpeg head with html', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), page]), false],
    ['png head with html', Buffer.concat([png.subarray(0, 8), page]), false],
    ['webp head with html', Buffer.concat([text('RIFF\u0010\u0000\u0000\u0000WEBPVP8 '), page]), false],
    ['gps and maker', located, true],
    ['png named jpg', png, true],
    ['webp named jpg', webp, true],
  ]
  for (const [name, photo] of [
    ['jpeg', jpeg],
    ['png', png],
    ['webp', webp],
  ] as const) {
    list.push([`${name} with html behind`, Buffer.concat([photo, page]), true])
    list.push([`${name} with svg behind`, Buffer.concat([photo, svg]), true])
    list.push([`${name} with zip behind`, Buffer.concat([photo, zip]), true])
    list.push([`html before ${name}`, Buffer.concat([page, photo]), false])
    list.push([`zip before ${name}`, Buffer.concat([zip, photo]), false])
    for (const cut of [0.1, 0.3, 0.5, 0.7])
      list.push([`${name} cut at ${cut}`, photo.subarray(0, Math.floor(photo.length * cut)), false])
    list.push([`${name} with a comment`, Buffer.concat([photo, text('<!-- onerror=alert(1) -->')]), true])
    list.push([`${name} with every second byte gone`, photo.filter((_, index) => index % 2 === 0), false])
    list.push([`${name} backwards`, Uint8Array.from(photo).reverse(), false])
    list.push([`${name} of nulls`, Buffer.concat([photo.subarray(0, 12), Buffer.alloc(500)]), false])
  }
  return list
}

test('of 60 hostile files nothing unsafe is stored: only pictures drawn anew, without place, device or what hung on them', async () => {
  const hostile = await hostileFiles()
  expect(hostile.length).toBeGreaterThanOrEqual(60)
  for (const [name, bytes, isKept] of hostile) {
    const before = new Set(kept())
    const answer = await admin.call(photos.postRequestPhoto, { bytes })
    const stored = kept().filter((file) => !before.has(file))
    if (isKept) expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBe(201)
    else if (!/cut at|comment|behind/.test(name)) expect(answer.status, name).toBe(422)
    expect(stored.length, name).toBe(answer.status === 201 ? 1 : 0)
    for (const file of stored) {
      const bytesKept = readFileSync(path.join(files, 'files', file))
      const { format, exif, xmp, iptc, width } = await sharp(bytesKept).metadata()
      expect({ format, exif, xmp, iptc, width }, name).toEqual({ format: 'jpeg', width: 40 })
      for (const trace of ['<script', '<svg', 'PK\u0003\u0004', 'onerror', 'SecretPhone'])
        expect(bytesKept.includes(trace), `${trace} of ${name}`).toBe(false)
    }
  }
}, 120_000)

test('a large photo is kept at 1600 px and 300 kB at most, turned as it was held', async () => {
  const { randomBytes } = await import('node:crypto')
  const noise = sharp(randomBytes(2400 * 1800 * 3), { raw: { width: 2400, height: 1800, channels: 3 } })
  const bytes = await noise.withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer()
  const answer = await admin.call(photos.postRequestPhoto, { bytes })
  expect(answer.status).toBe(201)
  const { id, width, height } = answer.body as { id: string; width: number; height: number }
  expect(height).toBeGreaterThan(width)
  expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
  const { size } = await db().requestPhoto.findFirstOrThrow({ where: { id } })
  expect(size).toBeLessThanOrEqual(300_000)
})

test('a photo is read by who sees its request, and by nobody through another code or another account', async () => {
  const { key, altcha } = await openForm()
  const token = tokenOf(await send(said({ key, altcha }), [blobOf(await picture().jpeg().toBuffer())]))
  const other = tokenOf(await send(said({ ...(await openForm()), words: '别的事' })))
  const { body } = await call(tracks.getTrack, { params: { token } })
  const id = (body as { photos: { id: string }[] }).photos[0]?.id ?? ''
  const by = (code: string) =>
    trackForms.getTrackPhoto(new Request('http://localhost:3000/'), {
      params: Promise.resolve({ token: code, id }),
    })
  expect((await by(token)).headers.get('content-type')).toBe('image/jpeg')
  expect((await by(other)).status).toBe(404)
  expect((await admin.call(photos.getRequestPhoto, { params: { id } })).status).toBe(200)
  const worker = await signedInAs('worker')
  expect((await worker.call(photos.getRequestPhoto, { params: { id } })).status).toBe(404)
})

test('a photo that no report has named is gone after a day, on the disk too', async () => {
  const answer = await admin.call(photos.postRequestPhoto, { bytes: await picture().jpeg().toBuffer() })
  const { id } = answer.body as { id: string }
  const { file } = await db().requestPhoto.findFirstOrThrow({ where: { id } })
  const { sweepPhotos } = await import('@/features/requests/photos/commands')
  const named = await db().requestPhoto.count({ where: { requestId: { not: null } } })
  await sweepPhotos(db(), new Date())
  expect(await db().requestPhoto.count({ where: { id } })).toBe(1)
  await sweepPhotos(db(), new Date(Date.now() + 86_400_000 + 60_000))
  expect(await db().requestPhoto.count({ where: { id } })).toBe(0)
  expect(kept().some((one) => one.endsWith(file))).toBe(false)
  expect(await db().requestPhoto.count({ where: { requestId: { not: null } } })).toBe(named)
})
