import { expect, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { askDemo } from '../support/demo-database'

type Board = { code: string; captain: string; phone: string }

/** A board of a building whose captain has consented to the number. */
async function someBoard(): Promise<Board> {
  const [board] = await askDemo<Board>(`
    SELECT c.code, p.name AS captain, p.phone FROM public_code c
    JOIN notice_board b ON b.street_id = c.street_id AND b.id = c.board_id
    JOIN stairwell s ON s.street_id = b.street_id AND s.id = b.stairwell_id
    JOIN captain_building cb ON cb.street_id = s.street_id AND cb.building_id = s.building_id
    JOIN captain_appointment a ON a.street_id = cb.street_id AND a.id = cb.appointment_id
    JOIN person p ON p.street_id = a.street_id AND p.id = a.person_id
    WHERE c.revoked_at IS NULL ORDER BY c.code LIMIT 1`)
  if (!board) throw new Error('The demo has no board with a captain')
  return board
}

for (const variant of ['', '?lang=en', '?large=1', '?lang=en&large=1']) {
  test(`the sheet and its hours page fit a phone and pass axe${variant}`, async ({ page }) => {
    const { code } = await someBoard()
    await page.setViewportSize({ width: 360, height: 740 })
    for (const path of [`/b/${code}`, `/b/${code}/hours`]) {
      const answer = await page.goto(path + variant)
      expect(answer?.status()).toBe(200)
      expect((await answer?.body())?.length).toBeLessThan(30_000)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(await page.locator('script').count()).toBe(0)
      await isClean(page)
    }
  })
}

test('a captain’s number is on the sheet until the consent is withdrawn, and gone at the next load', async ({
  page,
}) => {
  const { code, captain, phone } = await someBoard()
  await page.goto(`/b/${code}`)
  // By the second load it stands in memory.
  await page.goto(`/b/${code}`)
  await expect(page.locator(`a[href="tel:${phone}"]`).first()).toContainText(captain)
  const withdrawn = await askDemo<{ id: string }>(
    `UPDATE consent SET withdrawn_at = now() WHERE withdrawn_at IS NULL AND person_id IN
       (SELECT id FROM person WHERE phone = $1) RETURNING id`,
    [phone],
  )
  expect(withdrawn.length).toBeGreaterThan(0)
  await page.goto(`/b/${code}`)
  await expect(page.locator(`a[href="tel:${phone}"]`)).toHaveCount(0)
  await expect(page.getByText(captain).first()).toBeVisible()
  await askDemo('UPDATE consent SET withdrawn_at = NULL WHERE id = ANY($1)', [withdrawn.map(({ id }) => id)])
})

test('reading again changes no version, a known document is 304, and a code may be typed in small letters', async ({
  request,
}) => {
  const { code } = await someBoard()
  const count = async () =>
    (
      await askDemo<{ count: string }>(
        'SELECT count(*) FROM sheet_version v JOIN public_code c ON c.board_id = v.board_id WHERE c.code = $1',
        [code],
      )
    )[0]?.count
  const first = await request.get(`/b/${code}/hours`)
  const before = await count()
  const again = await request.get(`/b/${code}/hours`, {
    headers: { 'If-None-Match': `W/${first.headers().etag}` },
  })
  expect(again.status()).toBe(304)
  expect(await count()).toBe(before)
  expect((await request.get(`/b/${code.toLowerCase()}`)).status()).toBe(200)
  expect((await request.get('/b/AAAAAAAAAAAA')).status()).toBe(404)
})

test('when the announcements of the database cannot be heard, nothing stale is served', async ({
  request,
}) => {
  const { code, phone } = await someBoard()
  const sheet = async () => (await request.get(`/b/${code}`)).text()
  await sheet()
  expect(await sheet()).toContain(phone)
  const withdrawn = await askDemo<{ id: string }>(
    `WITH listener AS (SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'linzhi-documents')
     UPDATE consent SET withdrawn_at = now() WHERE withdrawn_at IS NULL AND (SELECT count(*) FROM listener) >= 0
       AND person_id IN (SELECT id FROM person WHERE phone = $1) RETURNING id`,
    [phone],
  )
  await expect.poll(sheet).not.toContain(phone)
  await askDemo('UPDATE consent SET withdrawn_at = NULL WHERE id = ANY($1)', [withdrawn.map(({ id }) => id)])
  await expect.poll(sheet).toContain(phone)
})
