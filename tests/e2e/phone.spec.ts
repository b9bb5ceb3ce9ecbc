import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { isClean } from '../support/clean'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

test.use({ viewport: { width: 360, height: 740 } })

/** Opens a phone's page with a network, and waits until the phone has kept it. */
async function openOnce(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  await page.waitForFunction(async (wanted) => {
    const pages = await caches.open('linzhi-pages')
    return (await pages.match(wanted)) !== undefined && navigator.serviceWorker.controller !== null
  }, path)
  await page.waitForLoadState('networkidle')
  return page
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= 360)

/** A photo as a phone's camera gives it: larger than what may leave the phone. */
const photo = async () => ({
  name: 'after.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: {
      width: 2400,
      height: 1800,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer(),
})

test('a worker takes and finishes a job without a network, closes the app, and all of it arrives once and in order', async ({
  context,
}) => {
  await signInAs(context, 'worker')
  const page = await openOnce(context, '/worker')
  const job = page
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: '签收', exact: true }) })
    .first()
  const title = (await job.getByRole('heading').textContent()) ?? ''
  await context.setOffline(true)
  await page.reload()
  const again = page.getByRole('article').filter({ hasText: title }).filter({ hasText: '待签收' }).first()
  await again.getByRole('button', { name: '签收', exact: true }).click()
  const number = (await again.textContent())?.match(/\d{6}-[A-Z2-9]{5}/)?.[0] ?? ''
  const card = page.getByRole('article').filter({ hasText: number })
  await card.getByRole('button', { name: '确认：签收' }).click()
  await card.getByRole('button', { name: '到场', exact: true }).click()
  await card.getByRole('button', { name: '确认：到场' }).click()
  await card.getByRole('button', { name: '做完了', exact: true }).click()
  await card.getByRole('button', { name: '确认：做完了' }).click()
  await expect(card.getByText('请写几句说明。')).toBeVisible()
  await expect(card.getByText('请拍一张处理后的照片。')).toBeVisible()
  await card.getByLabel('说明（必填）').fill('换了三楼的灯泡')
  await card.getByLabel('拍照或选照片').setInputFiles(await photo())
  await expect(card.getByAltText('照片 1')).toBeVisible()
  await card.getByRole('button', { name: '确认：做完了' }).click()
  await expect(page.getByText('待上传 3')).toBeVisible()
  // What waits cannot be read in the phone, and names nobody.
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('linzhi-phone')
    await new Promise((resolve) => open.addEventListener('success', resolve))
    const all = open.result.transaction('waiting').objectStore('waiting').getAll()
    await new Promise((resolve) => all.addEventListener('success', resolve))
    const bytes = (all.result as { sealed: Uint8Array }[]).map(({ sealed }) =>
      new TextDecoder().decode(sealed),
    )
    return JSON.stringify(all.result) + bytes.join()
  })
  expect(kept).not.toContain('灯泡')
  await page.close()

  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto('/worker')
  await expect(later.getByText('已全部上传')).toBeVisible({ timeout: 15_000 })
  const events = await askDemo<{ kind: string; late: string | null }>(
    `SELECT e.kind, e.details->>'receivedAt' AS late FROM request_event e JOIN request r ON r.id = e.request_id
     WHERE r.number = '${number}' ORDER BY e.version DESC LIMIT 3`,
  )
  expect(events.map(({ kind }) => kind)).toEqual(['finish', 'arrive', 'take'])
  expect(events.every(({ late }) => late !== null)).toBe(true)
  await later.getByRole('button', { name: /查看/ }).click()
  await expect(later.getByRole('dialog')).toContainText('已上传')
  expect(await fits(later)).toBe(true)
})

test('a captain’s round waits while signed out and while somebody else is signed in, and goes when the captain is back', async ({
  context,
}) => {
  await signInAs(context, 'captain')
  const page = await openOnce(context, '/captain/logbook')
  await isClean(page)
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: /安全巡查/ }).click()
  await isClean(page)
  await page.getByRole('button', { name: '都好，记下' }).click()
  await expect(page.getByText('待上传 1')).toBeVisible()
  await page.getByRole('button', { name: /听取意见/ }).click()
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await expect(page.getByText('请写几句。')).toBeVisible()
  await page.getByLabel('内容（必填）').fill('断网时听到的话')
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await expect(page.getByText('待上传 2')).toBeVisible()
  const written = () =>
    askDemo<{ count: number }>(`SELECT count(*)::int AS count FROM log_entry WHERE words = '断网时听到的话'`)

  // The session ended meanwhile.
  const cookies = await context.cookies()
  await context.clearCookies()
  await context.setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByText('登录已过期')).toBeVisible({ timeout: 15_000 })
  // Somebody else signs in on the same phone: the entries are not theirs.
  await signInAs(context, 'worker')
  const other = await context.newPage()
  await other.goto('/worker')
  await expect(other.getByText('这部手机里还有别的账号 2 条')).toBeVisible()
  expect(await written()).toEqual([{ count: 0 }])
  await other.close()

  await context.clearCookies()
  await context.addCookies(cookies)
  await page.goto('/captain/logbook')
  await expect(page.getByText('已全部上传')).toBeVisible({ timeout: 15_000 })
  expect(await written()).toEqual([{ count: 1 }])
  await page.getByRole('link', { name: '打印本月记录簿' }).click()
  await expect(page.getByText('断网时听到的话')).toBeVisible()
  expect(await fits(page)).toBe(true)
})

test('signing out leaves nothing on the phone to be read', async ({ context }) => {
  await signInAs(context, 'captain')
  const page = await openOnce(context, '/captain/logbook')
  await page.goto('/office/sign-out')
  await page.getByRole('button', { name: '退出' }).last().click()
  await page.waitForURL('**/sign-in')
  await context.setOffline(true)
  await expect(page.goto('/captain/logbook')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
})
