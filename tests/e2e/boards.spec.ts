import { expect, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

const PHONE = { width: 360, height: 740 }

/** The pages of a PDF as Chrome writes it. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0

type Place = { id: string; boards: number }

/** The zone and the compound with the most boards that still fit one print job. */
async function biggest(kind: 'zone' | 'compound'): Promise<Place> {
  const [place] = await askDemo<Place>(`
    SELECT ${kind === 'zone' ? 'zc.zone_id' : 'c.id'} AS id, count(*)::int AS boards FROM notice_board n
    JOIN stairwell s ON s.street_id = n.street_id AND s.id = n.stairwell_id
    JOIN building b ON b.street_id = s.street_id AND b.id = s.building_id
    JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
    JOIN zone_compound zc ON zc.street_id = c.street_id AND zc.compound_id = c.id
    GROUP BY 1 HAVING count(*) <= 400 ORDER BY boards DESC LIMIT 1`)
  if (!place) throw new Error(`The demo has no ${kind} with boards`)
  return place
}

test('a zone’s sheets print as one job without script, one page and one QR code for each board', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-staff')
  const { id, boards } = await biggest('zone')
  const answer = await page.goto(`/api/v1/sheets/print?zone=${id}`)
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(await page.locator('script').count()).toBe(0)
  expect(await page.locator('.qr svg').count()).toBe(boards)
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(boards)
})

test('the office prints a compound from its page, and the document passes axe', async ({ page, context }) => {
  await signInAs(context, 'community-staff')
  await page.goto('/office/compounds')
  await page.locator('tbody th a').first().click()
  const print = page.getByRole('link', { name: /打印联系表/ })
  const count = Number(/\d+/.exec((await print.textContent()) ?? '')?.[0])
  await page.goto((await print.getAttribute('href')) ?? '')
  await isClean(page)
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(count)
})

test('a captain signs in on a phone, lands on the own buildings, and says by one tap that the sheet hangs', async ({
  page,
}) => {
  await page.setViewportSize(PHONE)
  await page.goto('/sign-in')
  await page.getByLabel('用户名或手机号').fill('captain')
  await page.getByLabel('密码', { exact: true }).fill('Linzhi-demo-2026')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/captain$/)
  await isClean(page)
  await page.screenshot({ path: 'test-results/look/captain-360.png', fullPage: true })
  const board = page.getByRole('main').getByRole('listitem').filter({ hasText: '打开联系表' }).first()
  await expect(board.getByText('从未张贴')).toBeVisible()
  await board.getByRole('button', { name: /已贴好/ }).click()
  await expect(board.getByText('已是最新版')).toBeVisible()
  await isClean(page)
  await board.getByRole('button', { name: '撤销张贴登记' }).click()
  await expect(board.getByText('从未张贴')).toBeVisible()
  const sheet = await board.getByRole('link', { name: '打开联系表' }).getAttribute('href')
  expect((await page.goto(sheet ?? ''))?.status()).toBe(200)
})

test('a captain without a building today reads why', async ({ page, context }) => {
  await signInAs(context, 'captain')
  const ended = await askDemo<{ id: string }>(
    `UPDATE captain_appointment SET ends_on = '2026-01-31' WHERE ends_on IS NULL AND person_id =
       (SELECT p.id FROM person p JOIN account a ON a.street_id = p.street_id AND a.id = p.account_id WHERE a.username = 'captain')
     RETURNING id`,
  )
  await page.goto('/office')
  await expect(page).toHaveURL(/\/captain$/)
  await expect(page.getByText('您的楼栋长任期已于2026年1月31日结束')).toBeVisible()
  await isClean(page)
  await askDemo('UPDATE captain_appointment SET ends_on = NULL WHERE id = ANY($1)', [
    ended.map(({ id }) => id),
  ])
})

test('community staff mark a board, give it a new code, and the old code’s address says that it is gone', async ({
  page,
  context,
}) => {
  await signInAs(context, 'community-staff')
  await page.goto('/office/sheets?state=never')
  await page.locator('tbody th a').first().click()
  await page.getByRole('button', { name: '登记为已张贴' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '已张贴' }).click()
  await expect(page.getByText('已是最新版')).toBeVisible()
  const old = (await page.locator('dd a[href^="/b/"]').getAttribute('href')) ?? ''
  expect((await page.request.get(old)).status()).toBe(200)
  await page.getByRole('button', { name: '更换编码' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '更换编码' }).click()
  await expect(page.locator(`dd a[href="${old}"]`)).toHaveCount(0)
  await expect(page.getByText('张贴的是旧版')).toBeVisible()
  await expect.poll(async () => (await page.request.get(old)).status()).toBe(404)
})

test('hours that nobody can tell are flagged as they are entered, and a year without holidays warns', async ({
  page,
  context,
}) => {
  await signInAs(context, 'community-staff')
  await page.goto('/office/hours/new')
  await page.getByLabel(/^名称/).fill('夜间值班')
  await page.getByLabel(/^时间/).fill('看情况吧')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page).toHaveURL(/\/office\/hours$/)
  await page.goto('/office/hours?hours=unclear')
  await page.getByRole('link', { name: '夜间值班' }).click()
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1, name: '夜间值班' })).toBeVisible()
  await expect(main.getByText('时间读不懂', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '结束', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '结束' }).click()
  await expect(main.getByText('已结束', { exact: true })).toBeVisible()
  const known = await askDemo(`DELETE FROM calendar_day WHERE extract(year FROM day) = 2027 RETURNING *`)
  await page.goto('/office/calendar')
  await expect(page.getByText('2027年的放假安排还没有录入')).toBeVisible()
  await isClean(page)
  await askDemo(
    'INSERT INTO calendar_day SELECT * FROM json_populate_recordset(NULL::calendar_day, $1) ON CONFLICT DO NOTHING',
    [JSON.stringify(known)],
  )
})
