import { expect, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'

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
