import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]

async function isClean(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
}

test('street staff reach a compound and its building from anywhere by pinyin initials', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('gtxc')
  await page.getByRole('menuitem', { name: '古田新村', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '古田新村' })).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('link', { name: /^1[幢栋号]/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /古田新村/ })).toBeVisible()
})

test('the first page leads to the buildings that nobody looks after', async ({ page, context }) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office')
  await page
    .getByRole('link', { name: /缺楼栋长的楼栋/ })
    .first()
    .click()
  await expect(page).toHaveURL(/captain=none/)
  await expect(page.locator('tbody tr').first()).toBeVisible()
})

test('several households are previewed and added at once', async ({ page, context }) => {
  await signInAs(context, 'street-staff')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/office?lang=zh-CN&large=0')
  await page.goto('/office/buildings?q=gtxc')
  await page.locator('tbody th a').first().click()
  await page.getByRole('link', { name: /^户（/ }).click()
  await page.getByRole('link', { name: '批量新增' }).click()
  const prefix = `T${Date.now() % 10_000}-`
  await page.getByLabel('房号前缀').fill(prefix)
  await page.getByLabel('到几层').fill('2')
  await page.getByLabel('到几号门').fill('3')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText(`${prefix}203`)).toBeVisible()
  await isClean(page)
  await page.screenshot({ path: 'test-results/look/households-preview-360.png', fullPage: true })
  await page.getByRole('button', { name: '新增 6 户' }).click()
  await expect(page.getByRole('link', { name: `${prefix}203` })).toBeVisible()
  await page.screenshot({ path: 'test-results/look/households-added-360.png', fullPage: true })
})

for (const size of SIZES) {
  for (const variant of ['?lang=zh-CN&large=0', '?lang=en&large=0', '?lang=zh-CN&large=1']) {
    test(`the buildings’ pages are clean at ${size.width} px ${variant}`, async ({ page, context }) => {
      await signInAs(context, 'street-staff')
      await page.setViewportSize(size)
      await page.goto(`/office${variant}`)
      await page.goto('/office/buildings?q=gtxc')
      const href = await page.locator('tbody th a').first().getAttribute('href')
      const pages = {
        list: '/office/buildings',
        new: '/office/buildings/new',
        one: `${href}`,
        edit: `${href}/edit`,
        stairwell: `${href}/stairwells/new`,
        households: `${href}/households`,
        household: `${href}/households/new`,
        range: `${href}/households/range?floorFrom=3&floorTo=2`,
      }
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await isClean(page)
        await page.screenshot({
          path: `test-results/look/buildings-${name}-${size.width}${variant.replaceAll(/\W/g, '')}.png`,
          fullPage: true,
        })
      }
    })
  }
}
