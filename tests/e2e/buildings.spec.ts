import { expect, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { signInAs } from '../support/sign-in'

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
