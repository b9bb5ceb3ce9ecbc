import { expect, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { isClean } from '../support/clean'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

test('a second factor is switched on with a code, asked for at the next sign-in, and its recovery code works once', async ({
  page,
  context,
}) => {
  await signInAs(context, 'dispatcher')
  await page.goto('/office/account')
  await page.getByRole('button', { name: '开启双重验证' }).click()
  const secret = (await page.locator('code').textContent()) ?? ''
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  await isClean(page)
  await page.getByLabel('6位验证码').fill('000000')
  await page.getByRole('button', { name: '确认开启' }).click()
  await expect(page.getByText('验证码不正确').first()).toBeVisible()
  await page.getByLabel('6位验证码').fill(code())
  await page.getByRole('button', { name: '确认开启' }).click()
  await expect(page.locator('ul.font-mono li')).toHaveCount(10)
  const [recovery = ''] = await page.locator('ul.font-mono li').allTextContents()
  expect(recovery).toHaveLength(10)
  await page.getByRole('button', { name: '我已抄好' }).click()
  await expect(page.getByText('还有 10 个备用码可用')).toBeVisible()

  const signIn = async (given: string) => {
    const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
    const form = {
      username: 'dispatcher',
      password: 'Linzhi-demo-2026',
      code: given,
      csrfToken,
      json: 'true',
    }
    return (await (await context.request.post('/api/auth/callback/credentials', { form })).json())
      .url as string
  }
  expect(await signIn('')).toContain('error=code-required')
  expect(await signIn(recovery)).not.toContain('error')
  expect(await signIn(recovery)).toContain('error=code-wrong')
  // Other journeys sign in as the same demo account.
  await askDemo(
    "UPDATE account SET totp_since = NULL, totp_secret = NULL, recovery_codes = '{}' WHERE username = 'dispatcher'",
  )
})

test('a password change asks for the old one, refuses common ones, and signs other devices out', async ({
  page,
  context,
  browser,
}) => {
  const other = await browser.newContext()
  await signInAs(other, 'community-staff')
  await signInAs(context, 'community-staff')
  await page.goto('/office/account')
  await page.getByLabel('原密码').fill('not-the-password')
  await page.getByLabel('新密码').fill('清晨三幢楼下的桂花香得很')
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('原密码不正确').first()).toBeVisible()
  await page.getByLabel('原密码').fill('Linzhi-demo-2026')
  await page.getByLabel('新密码').fill('password1234')
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('这个密码太常见').first()).toBeVisible()
  expect((await other.request.get('/office/account')).url()).toContain('/office/account')
  await page.getByLabel('新密码').fill('清晨三幢楼下的桂花香得很')
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('密码已修改')).toBeVisible()
  expect((await other.request.get('/api/v1/sessions')).status()).toBe(401)
  expect((await context.request.get('/api/v1/sessions')).status()).toBe(200)
  await other.close()
  await page.getByLabel('原密码').fill('清晨三幢楼下的桂花香得很')
  await page.getByLabel('新密码').fill('Linzhi-demo-2026')
  const answered = page.waitForResponse('**/api/v1/account/password')
  await page.getByRole('button', { name: '修改密码' }).click()
  expect((await answered).status()).toBe(200)
})

test('signing out ends the session itself, not only the cookie', async ({ page, context }) => {
  await signInAs(context, 'grid-member')
  const cookies = await context.cookies()
  await page.goto('/office/sign-out')
  await page.getByRole('button', { name: '退出登录' }).last().click()
  await page.waitForURL(/sign-in/)
  await context.addCookies(cookies)
  expect((await context.request.get('/api/v1/sessions')).status()).toBe(401)
})
