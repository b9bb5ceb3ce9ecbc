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

test('street staff find a compound by its initials, change it, and see the change in its history', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office')
  await expect(page.getByText('81', { exact: true })).toBeVisible()
  await page.goto('/office/compounds?q=gtxc')
  await page.getByRole('link', { name: '古田新村' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '古田新村' })).toBeVisible()
  await page.getByRole('link', { name: '修改' }).click()
  await page.getByLabel('常住人口').fill('189')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '古田新村' })).toBeVisible()
  await expect(page.getByText('常住人口：188 → 189')).toBeVisible()
})

test('a form says what is wrong at its field and keeps what was typed', async ({ page, context }) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/compounds/new')
  await page.getByLabel('小区名称').fill('古田新村')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert').or(page.getByText('有内容需要修改')).first()).toBeVisible()
  await expect(page.getByLabel('小区名称')).toHaveValue('古田新村')
})

test('the list pages by keyset, there and back', async ({ page, context }) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/compounds')
  const names = () => page.locator('tbody th').allTextContents()
  const first = await names()
  expect(first).toHaveLength(20)
  await page.getByRole('link', { name: '下一页' }).click()
  await expect(page).toHaveURL(/cursor=/)
  await expect.poll(names).not.toEqual(first)
  await page.getByRole('link', { name: '上一页' }).click()
  await expect.poll(names).toEqual(first)
})

for (const size of SIZES) {
  for (const variant of ['?lang=zh-CN&large=0', '?lang=en&large=0', '?lang=zh-CN&large=1']) {
    test(`the office's pages are clean at ${size.width} px ${variant}`, async ({ page, context }) => {
      await signInAs(context, 'street-staff')
      await page.setViewportSize(size)
      await page.goto(`/office${variant}`)
      await isClean(page)
      for (const path of ['/office/compounds', '/office/compounds/new']) {
        await page.goto(path)
        await isClean(page)
        await page.screenshot({
          path: `test-results/look/${path.replaceAll('/', '-')}-${size.width}${variant.replaceAll(/\W/g, '')}.png`,
        })
      }
    })
  }
}
