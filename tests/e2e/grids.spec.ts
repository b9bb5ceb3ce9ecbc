import { expect, test } from '@playwright/test'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

type Served = { member: string; grid: string; name: string; community: string }

/** Somebody who serves in a grid that also has buildings. */
async function _someMember(): Promise<Served> {
  const [found] = await askDemo<Served>(
    `SELECT gm.id AS member, g.id AS grid, g.name, g.community_id AS community FROM grid_member gm
       JOIN grid g ON g.street_id = gm.street_id AND g.id = gm.grid_id
       JOIN person p ON p.street_id = gm.street_id AND p.id = gm.person_id
     WHERE p.phone IS NOT NULL AND gm.ends_on IS NULL AND EXISTS (
       SELECT FROM building b WHERE b.street_id = g.street_id AND b.grid_id = g.id)
     ORDER BY gm.id DESC LIMIT 1`,
  )
  if (!found) throw new Error('no grid member')
  return found
}

test('street staff add a grid, appoint its member from there, find her by initials, and end her term', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/grids')
  await page.getByRole('link', { name: '新增网格' }).click()
  await page.getByLabel('网格编号').fill('T-900')
  await page.getByLabel('网格名称').fill('银杏网格')
  await page.getByRole('button', { name: /所属社区/ }).click()
  await page.getByRole('option', { name: '金河社区' }).click()
  await page.getByText('整合社会治理力量').click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '银杏网格' })).toBeVisible()
  await expect(page.getByText('社会治理', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: '任命网格员' }).click()
  await page.getByLabel('姓名').fill('仇晓岚')
  await page.getByLabel('电话', { exact: true }).fill('139 1234 9876')
  await page.getByRole('button', { name: '任命网格员' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '仇晓岚' })).toBeVisible()
  await expect(page.getByText('139****9876')).toBeVisible()

  await page.goto('/office/grid-members?q=qxl')
  await page.getByRole('link', { name: '仇晓岚' }).click()
  await page.getByRole('button', { name: '查看 电话' }).click()
  await page.getByLabel('查看原因').fill('核对登记')
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('status', { name: /电话/ })).toHaveText('13912349876')
  await page.reload()
  await page.getByRole('button', { name: '结束任期' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('事由').fill('调岗')
  await dialog.getByRole('button', { name: '结束任期' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('事由：调岗')).toBeVisible()
})

test('community staff change their own office’s hours and are offered nothing else of a community', async ({
  page,
  context,
}) => {
  await signInAs(context, 'community-staff')
  await page.goto('/office/communities')
  await expect(page.getByRole('link', { name: '新增社区' })).toBeHidden()
  await page.locator('tbody').getByRole('link').first().click()
  await page.getByRole('link', { name: '修改办公信息' }).click()
  await expect(page.getByLabel('社区名称')).toBeHidden()
  await page.getByLabel('办公时间').fill('每天 8:00-18:00')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/办公时间：.+ → 每天 8:00-18:00/)).toBeVisible()
})

test('a community’s code that is not the street’s is refused at its field', async ({ page, context }) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/communities/new')
  await page.getByLabel('社区名称').fill('银杏社区')
  await page.getByLabel('社区代码').fill('110101001001')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('社区代码要以本街道的代码开头。').first()).toBeVisible()
})
