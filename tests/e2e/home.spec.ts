import { expect, test } from '@playwright/test'
import { isClean } from '../support/clean'

const LOOKS = [
  { width: 1280, variant: '?lang=zh-CN&large=0' },
  { width: 360, variant: '?lang=en&large=0' },
  { width: 360, variant: '?lang=zh-CN&large=1' },
]
for (const { width, variant } of LOOKS) {
  test(`a resident comes from a compound's initials to the sheet of a stairwell at ${width} px ${variant}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 })
    const shot = (name: string) =>
      page.screenshot({ path: `test-results/look/${name}-${width}${variant.replaceAll(/\W/g, '')}.png` })
    await page.goto(`/${variant}`)
    await isClean(page)
    await page.getByRole('searchbox').fill('gtxc')
    await page.getByRole('searchbox').press('Enter')
    await isClean(page)
    await shot('home')
    await page.getByRole('link', { name: '古田新村' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '古田新村' })).toBeVisible()
    await isClean(page)
    await shot('compound')
    await page.getByRole('link', { name: '2单元' }).first().click()
    await expect(page).toHaveURL(/\/b\/[A-Z0-9]{12}/)
    await expect(page.locator('a[href="tel:120"]')).toBeVisible()
    for (const path of ['/sign-in', '/about', '/no-such-page']) {
      await page.goto(path)
      await isClean(page)
    }
  })
}

test('signing in by the page: a wrong password says so, the right one leads to where one was going', async ({
  page,
}) => {
  await page.goto('/office/compounds?q=gtxc')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('用户名或手机号').fill('street-staff')
  await page.getByLabel('密码', { exact: true }).fill('wrong-password')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('用户名或密码不正确')).toBeVisible()
  await isClean(page)
  await page.getByLabel('密码', { exact: true }).fill('Linzhi-demo-2026')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/office\/compounds\?q=gtxc/)
  await expect(page.getByRole('link', { name: '古田新村' })).toBeVisible()
})

test('nobody is sent to another site after signing in', async ({ page }) => {
  await page.goto('/sign-in?next=//example.org/')
  await page.getByLabel('用户名或手机号').fill('auditor')
  await page.getByLabel('密码', { exact: true }).fill('Linzhi-demo-2026')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/office/)
})
