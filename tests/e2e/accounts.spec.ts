import { expect, type Page, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

const PASSPHRASE = '南苑新村门口有两棵老银杏树'

const look = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/look/${name}.png`, fullPage: true })

test.describe.configure({ timeout: 120_000 })

test('the administrator invites, the invited sets a password and signs in, and a suspension holds at the next click', async ({
  page,
  context,
  browser,
}) => {
  const [{ name: community } = { name: '' }] = await askDemo<{ name: string }>(
    'SELECT name FROM community ORDER BY code LIMIT 1',
  )
  await signInAs(context, 'street-admin')
  await page.goto('/office/accounts/new')
  await page.getByLabel('姓名').fill('张晓梅')
  await page.getByLabel('用户名').fill('zhang.xiaomei')
  await page.getByRole('button', { name: /角色/ }).click()
  await page.getByRole('option', { name: '社区工作人员' }).click()
  await page.getByRole('combobox', { name: '社区' }).fill(community)
  await page.getByRole('option', { name: community }).click()
  await expect(page.getByRole('combobox', { name: '社区' })).toHaveValue(community)
  await look(page, 'account-new')
  await page.getByRole('button', { name: '新增并生成链接' }).click()
  const link = (await page.locator('[data-link]').textContent()) ?? ''
  expect(link).toContain('/invitation/')
  await isClean(page)
  await look(page, 'account-link')
  await page.getByRole('link', { name: '查看账号' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '张晓梅' })).toBeVisible()
  await expect(page.getByText('待设密码')).toBeVisible()

  const invited = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 740 } })
  const phone = await invited.newPage()
  const answer = await phone.goto(new URL(link).pathname)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(phone.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer')
  await expect(phone.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await isClean(phone)
  const enter = async (password: string) => {
    await phone.getByLabel('密码', { exact: true }).fill(password)
    await phone.getByLabel('再输入一次密码').fill(password)
    await phone.getByRole('button', { name: '设置密码' }).click()
  }
  await enter('password1234')
  await expect(phone.getByText('这个密码太常见').first()).toBeVisible()
  await isClean(phone)
  await look(phone, 'invitation-360')
  await enter(PASSPHRASE)
  await phone.getByRole('link', { name: '去登录' }).click()
  await phone.getByLabel('用户名').fill('zhang.xiaomei')
  await phone.getByLabel('密码', { exact: true }).fill(PASSPHRASE)
  await phone.getByRole('button', { name: '登录' }).click()
  await phone.waitForURL(/\/office/)
  await phone.goto(new URL(link).pathname)
  await expect(phone.getByRole('heading', { name: '链接已失效' })).toBeVisible()
  await phone.goto('/office/compounds')
  await expect(phone.getByRole('heading', { level: 1, name: '小区' })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: '停用' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '停用' }).click()
  await expect(page.getByText('已停用')).toBeVisible()
  await phone.goto('/office/providers')
  await phone.waitForURL(/sign-in/)
  await invited.close()
})

test('the auditor finds an entry by who, what and when', async ({ page, context }) => {
  await signInAs(context, 'auditor')
  await page.goto('/office/audit')
  await page.getByLabel('操作人').fill('sjddj')
  await page.getByLabel('操作', { exact: true }).selectOption({ label: '登录' })
  await expect(page).toHaveURL(/action=session\.open/)
  await expect(page.locator('tbody tr').first().or(page.getByText('没有符合条件的记录'))).toBeVisible()
  await page.goto('/office/accounts')
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toHaveCount(0)
})
