import { expect, type Page, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { signInAs } from '../support/sign-in'

test.use({ viewport: { width: 360, height: 740 } })

async function signWithAFinger(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: '签名区域' }).boundingBox()
  if (!box) throw new Error('nowhere to sign')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  for (let step = 1; step <= 8; step += 1)
    await page.mouse.move(box.x + 30 + step * 25, box.y + 40 + (step % 2) * 45)
  await page.mouse.up()
}

test('a captain settles a dispute on the phone: both sides sign on the screen, and nobody else finds the case', async ({
  context,
  browser,
}) => {
  await signInAs(context, 'captain')
  const page = await context.newPage()
  await page.goto('/captain')
  await page.getByRole('link', { name: '邻里调解' }).click()
  await page.getByRole('link', { name: '登记调解' }).first().click()
  await page.getByRole('textbox', { name: /事由/ }).fill('楼上装修太早，影响休息')
  await page.getByRole('textbox', { name: /姓名/ }).first().fill('钱某某')
  await page.getByRole('button', { name: '登记调解' }).click()
  await expect(page.getByText('请填写这一项。').first()).toBeVisible()
  await page.getByRole('textbox', { name: /姓名/ }).last().fill('孙某某')
  await page.getByRole('button', { name: '登记调解' }).click()
  await page.waitForURL(/mediations\/[0-9a-f-]{36}$/)
  await expect(page.getByText('楼上装修太早，影响休息')).toBeVisible()
  const path = new URL(page.url()).pathname
  await page.getByRole('link', { name: '拟定协议' }).click()
  await page.getByRole('textbox', { name: /协议内容/ }).fill('早八点以前不施工。')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('早八点以前不施工。')).toBeVisible()
  await isClean(page)
  await page.getByRole('link', { name: '钱某某签字' }).click()
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await expect(page.getByText('请填写这一项。').first()).toBeVisible()
  await isClean(page)
  await signWithAFinger(page)
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await expect(page.getByRole('img', { name: '已签字 钱某某' })).toBeVisible()
  await page.getByRole('button', { name: '已在纸质协议上签字' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '已在纸质协议上签字' }).click()
  await expect(page.getByText('已达成协议').first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const paper = await context.request.get(
    (await page.getByRole('link', { name: '打印协议' }).getAttribute('href')) ?? '',
  )
  expect(await paper.text()).toContain('<path d="M')

  for (const who of ['grid-member', 'community-staff', 'street-admin', 'auditor']) {
    const other = await browser.newContext({ locale: 'zh-CN' })
    await signInAs(other, who)
    for (const at of [path, path.replace('/captain/', '/office/')])
      expect((await other.request.get(at)).status(), `${who} ${at}`).toBe(404)
    const listed = await (await other.request.get('/office/mediations?q=钱某某')).text()
    expect(listed, who).not.toContain('孙某某')
    await other.close()
  }
})
