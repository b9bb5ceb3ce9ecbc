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
