import { expect, type Page, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { signInAs } from '../support/sign-in'

/** Opens the first branch of each level with the arrows alone, and waits until it has come. */
async function openByKeyboard(page: Page): Promise<void> {
  const rows = (level: number) =>
    page.locator(`[role=row][aria-level="${level}"]`).filter({ hasNotText: /正在加载|Loading/ })
  // Until the page is alive a key is pressed in vain.
  await expect(async () => {
    await rows(1).first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(rows(1).first()).toHaveAttribute('aria-expanded', 'true', { timeout: 500 })
  }).toPass()
  for (const level of [2, 3, 4]) {
    await expect(rows(level).first()).toBeVisible()
    await rows(level - 1)
      .first()
      .press('ArrowDown')
    if (level < 4) await page.keyboard.press('ArrowRight')
  }
}

test('street staff walk down the tree by keyboard to a building group, and give a branch a new leader', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/parties')
  await expect(page.getByRole('treegrid').getByRole('row')).toHaveCount(24)
  await openByKeyboard(page)
  await isClean(page)
  const focused = page.locator('[role=row]:focus')
  await expect(focused).toContainText('党小组')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('党小组')
  await page.getByRole('link', { name: /网格党支部$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('网格党支部')
  await page.getByRole('link', { name: '修改', exact: true }).click()
  await page.getByLabel('负责人').fill('沈书记')
  await page.getByLabel('任期届满').fill('2024-06-30')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('逾期未换届').first()).toBeVisible()
  await page.goto('/office/parties?view=list&election=overdue')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expect(page.locator('tbody tr')).toContainText('沈书记')
})
