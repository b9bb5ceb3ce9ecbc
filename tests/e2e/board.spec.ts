import { expect, type Page, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { signInAs } from '../support/sign-in'

/** Types into a picker until its script has woken up and offers what is meant. */
async function choose(page: Page, field: RegExp, typed: string, meant: RegExp): Promise<void> {
  const option = page.getByRole('option', { name: meant }).first()
  await expect(async () => {
    await page.getByRole('combobox', { name: field }).fill('')
    await page.getByRole('combobox', { name: field }).fill(typed)
    await expect(option).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await option.click()
}

async function writeDown(page: Page, words: string): Promise<void> {
  await page.goto('/office/requests/new')
  await choose(page, /类别/, '楼道灯', /楼道灯/)
  await page.getByRole('textbox', { name: /内容/ }).fill(words)
  await choose(page, /楼栋/, 'gtxc', /古田新村/)
  await page.getByRole('textbox', { name: /报事人姓名/ }).fill('王小明')
  await page.getByRole('textbox', { name: /报事人电话/ }).fill('13800001234')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('link', { name: '查看这件诉求' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

test('what somebody reports by phone is written down and accepted, and its events say who did what', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-admin')
  await writeDown(page, '三楼楼道灯不亮')
  await expect(page.getByText('王*明').or(page.getByText('王**'))).toBeVisible()
  await expect(page.getByText('138****1234')).toBeVisible()
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
  const events = page.getByRole('list', { name: '办理经过' })
  await expect(events.getByRole('listitem').filter({ hasText: '受理' })).toContainText('街道物业办负责人')
  await expect(events.getByRole('listitem').last()).toContainText('提交')
})

test('several requests are picked by keys and given out together, after a look ahead', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-admin')
  await writeDown(page, '批量派单一')
  await page.goto('/office/requests?q=批量派单一')
  await page.locator('tbody tr').first().waitFor()
  // Until the page is alive a key is pressed in vain.
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('已选 1 件')).toBeVisible()
  await page.getByRole('button', { name: '批量派单' }).click()
  await expect(page.getByText(/现在的状态不能派单/)).toBeVisible()
  await isClean(page)
})

test('an open board shows by itself what has come in since', async ({ page, context }) => {
  await signInAs(context, 'street-admin')
  const words = `自己出现${Date.now()}`
  await page.goto(`/office/requests?q=${words}`)
  await expect(page.getByText('没有找到诉求')).toBeVisible()
  const other = await context.newPage()
  await writeDown(other, words)
  await expect(page.locator('tbody tr')).toHaveCount(1)
})
