import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'

const NAME = '赵小青'

/** The newest code in the outbox, as the demonstration shows it to the administrator. */
async function readCode(admin: Page): Promise<string> {
  await admin.goto('/office/outbox?q=验证码')
  const words = await admin.locator('tbody tr').first().textContent()
  return words?.match(/(?<!\d)\d{6}(?!\d)/)?.[0] ?? ''
}

test('a resident signs in with a code, claims a household, and reports once the captain has confirmed it', async ({
  browser,
  baseURL,
}) => {
  const at = { baseURL: baseURL ?? '', locale: 'zh-CN' }
  const phone = { ...at, viewport: { width: 390, height: 844 } }
  const [resident, captain, admin] = await Promise.all([
    (await browser.newContext(phone)).newPage(),
    (await browser.newContext(phone)).newPage(),
    (await browser.newContext(at)).newPage(),
  ])
  await signInAs(admin.context(), 'street-admin')
  await signInAs(captain.context(), 'captain')

  await resident.goto('/my')
  await resident.getByLabel('手机号').fill('１９１ 1000 0７０1')
  await resident.getByRole('button', { name: '发送验证码' }).click()
  await resident.getByLabel('6位验证码').fill(await readCode(admin))
  await resident.getByRole('button', { name: '登录' }).click()
  await expect(resident.getByRole('heading', { name: '您好，191****0701' })).toBeVisible()

  await captain.goto('/captain')
  const building = (await captain.locator('h2').first().textContent())?.trim().split(/\s+/) ?? []
  await resident.getByRole('link', { name: '登记我的住户' }).click()
  await resident.getByLabel('小区').fill(building[0] ?? '')
  await resident.getByRole('button', { name: '查找' }).click()
  await resident.getByRole('link', { name: building[0] ?? '' }).click()
  await resident.getByRole('link', { name: building[1] ?? '', exact: true }).click()
  await resident.getByRole('button', { name: /门牌/ }).click()
  await resident.getByRole('option').nth(2).click()
  await resident.getByLabel('姓名').fill(NAME)
  await resident.getByText('我同意街道').click()
  await resident.getByRole('button', { name: '提交登记' }).click()
  await expect(resident.getByText('待确认')).toBeVisible()

  await captain.goto('/captain/residents')
  const claim = captain.getByRole('listitem').filter({ hasText: NAME })
  await expect(claim).toContainText('191****0701')
  await claim.getByRole('button', { name: '确认', exact: true }).click()
  await captain.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click()
  await expect(claim).toHaveCount(0)

  await resident.goto('/my')
  await resident.getByRole('link', { name: '报修、反映问题' }).click()
  await resident.locator('main ul a').first().click()
  await resident.getByLabel('是什么情况').fill('楼道灯晚上不亮')
  await resident.getByRole('button', { name: '提交', exact: true }).click()
  await expect(resident.getByText('待受理')).toBeVisible()
  await resident.goto('/my/requests')
  await expect(resident.getByRole('listitem').filter({ hasText: '待受理' })).toHaveCount(1)
  const width = await resident.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await Promise.all([resident, captain, admin].map((page) => page.context().close()))
})
