import { expect, type Page, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { askDemo } from '../support/demo-database'

async function someCode(): Promise<string> {
  const [row] = await askDemo<{ code: string }>(
    'SELECT code FROM public_code WHERE revoked_at IS NULL ORDER BY code DESC LIMIT 1',
  )
  return row?.code ?? ''
}

async function fitsAndPasses(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await isClean(page)
}

test.use({ viewport: { width: 360, height: 740 } })

for (const variant of ['', '?lang=en&large=1'])
  test(`the form fits a phone and passes axe${variant}`, async ({ page }) => {
    await page.goto(`/b/${await someCode()}/report${variant}`)
    await fitsAndPasses(page)
    await expect(page.locator('a[href="tel:119"]').first()).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('form.png'), fullPage: true })
  })

test('with a script the riddle is solved, and a danger shows its number at once', async ({ page }) => {
  await page.goto(`/b/${await someCode()}/report`)
  await expect(page.locator('#altcha')).not.toHaveValue('', { timeout: 20_000 })
  await page.locator('#f-categoryId').selectOption({ label: '燃气泄漏' })
  await expect(page.locator('#danger-now')).toContainText('119')
  await fitsAndPasses(page)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody reports from the sheet, is told what is missing, follows it by the code and withdraws it', async ({
    page,
    browser,
  }) => {
    await page.goto(`/b/${await someCode()}`)
    await page.getByRole('link', { name: '报修报事' }).click()
    await page.getByLabel('什么问题').selectOption({ label: '楼道灯、路灯不亮' })
    await page.getByLabel('怎么回事').fill('三楼的灯不亮')
    await page.getByLabel('电话').fill('12')
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.locator('#f-reporterPhone-error')).toBeVisible()
    await expect(page.getByLabel('怎么回事')).toHaveValue('三楼的灯不亮')
    await page.getByLabel('电话').fill('')
    await page.getByRole('button', { name: '提交' }).click()
    if (await page.getByText('附近已经有人报过').first().isVisible())
      await page.getByRole('button', { name: '提交' }).click()
    await expect(page).toHaveURL(/\/track\/[A-Z2-9]{20}$/)
    const address = page.url()
    await expect(page.getByText('三楼的灯不亮')).toBeVisible()
    const withScript = await browser.newContext({
      javaScriptEnabled: true,
      viewport: { width: 360, height: 740 },
    })
    const seen = await withScript.newPage()
    await seen.goto(address)
    await fitsAndPasses(seen)
    await seen.screenshot({ path: test.info().outputPath('track.png'), fullPage: true })
    await withScript.close()

    await page.goto('/')
    await page.getByLabel('查询码').fill(address.slice(-20).toLowerCase())
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page).toHaveURL(address)
    await page.getByText('撤回，不用办了').first().click()
    await page.getByRole('button', { name: '撤回，不用办了' }).click()
    await expect(page.getByText('已撤回').first()).toBeVisible()
  })
})
