import { expect, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'

test('wages are shown to the administrator for a reason, and the look stands in the worker’s history', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-admin')
  await page.goto('/office/workers?q=ZC0001')
  await page.locator('tbody th a').first().click()
  await page.getByRole('link', { name: '工资', exact: true }).click()
  await expect(page.getByText('3,500')).toHaveCount(0)
  await page.getByLabel('查看原因').fill('年终核对')
  await page.getByRole('button', { name: '查看工资' }).click()
  await expect(page.getByText('3,500')).toBeVisible()
  await page.goBack()
  await page.reload()
  await expect(page.getByText('年终核对')).toBeVisible()
})

test('a zone lead sees the crew, and neither wages nor anything to change', async ({ page, context }) => {
  await signInAs(context, 'zone-lead')
  await page.goto('/office/workers?post=保洁')
  await page.locator('tbody th a').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: '工资', exact: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '修改' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '查看 联系电话' })).toBeVisible()
})
