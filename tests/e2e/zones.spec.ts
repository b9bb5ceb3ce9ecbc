import { expect, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'

test('street staff move a compound to another zone and see what it does before they save', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/zones')
  await expect(page.getByRole('img', { name: '片区示意图' })).toBeVisible()
  await page.getByRole('link', { name: '第1片区', exact: true }).click()
  const compound = page.getByRole('region', { name: '小区', exact: true }).getByRole('listitem').first()
  const name = (await compound.getByRole('link').textContent()) ?? ''
  await page.getByRole('link', { name: '调整小区' }).click()
  await page.locator('label', { hasText: name }).first().click()
  await page.getByRole('button', { name: /划入片区/ }).click()
  await page.getByRole('option', { name: '第2片区', exact: true }).click()
  const preview = page.getByRole('table', { name: '各片区户数的变化' })
  await expect(preview.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: '调整选中的 1 个小区' }).click()
  await expect(page).toHaveURL(/\/office\/zones$/)
  await page.getByRole('link', { name: '第2片区', exact: true }).click()
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
})

test('a stage changes on evidence, which stands in the ladder of the compound', async ({ page, context }) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/compounds?stage=none')
  await page.locator('tbody th a').first().click()
  await page.getByRole('link', { name: '变更阶段' }).click()
  await page.getByRole('button', { name: /新的阶段/ }).click()
  await page.getByRole('option', { name: '有物管' }).click()
  await page.getByLabel('依据').fill('居民大会表决通过')
  await page.getByRole('button', { name: '记录变更' }).click()
  const ladder = page.getByRole('region', { name: '物业阶段' })
  await expect(ladder.getByText('居民大会表决通过')).toBeVisible()
  await expect(ladder.locator('[aria-current=step]')).toHaveText('有物管')
})

test('a zone lead sees the own zone and nothing to redraw', async ({ page, context }) => {
  await signInAs(context, 'zone-lead')
  await page.goto('/office/zones')
  await expect(page.locator('tbody th a')).toHaveCount(1)
  await expect(page.getByRole('link', { name: '调整小区' })).toHaveCount(0)
  await page.locator('tbody th a').click()
  await expect(page.getByRole('button', { name: '停用' })).toHaveCount(0)
})
