import { expect, test } from '@playwright/test'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

/** A building of the community's own that no open election chooses for. */
const freeBuilding = async () => {
  const [found] = await askDemo<{ name: string; compound: string }>(
    `SELECT b.name, c.name AS compound FROM building b
       JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
       JOIN account a ON a.username = 'community-staff'
       JOIN role_grant g ON g.street_id = a.street_id AND g.account_id = a.id AND g.scope_id = c.community_id
     WHERE b.ended_at IS NULL AND NOT EXISTS (
       SELECT FROM election_building e WHERE e.street_id = b.street_id AND e.building_id = b.id)
     ORDER BY b.id DESC LIMIT 1`,
  )
  if (!found) throw new Error('no building')
  return `${found.compound}${found.name}`
}

test('a community has a building vote, counts, hangs the notice up, and appoints who was elected before', async ({
  page,
  context,
}) => {
  const building = await freeBuilding()
  await signInAs(context, 'community-staff')
  await page.goto('/office/elections')
  await page.getByRole('link', { name: '开始选任' }).first().click()
  await page.getByRole('combobox', { name: '查找楼栋' }).fill(building)
  await page.getByRole('option', { name: building }).first().click()
  await expect(page.getByRole('button', { name: `移除${building}` })).toBeVisible()
  await page.getByLabel('有投票权的户数').fill('20')
  await page.getByRole('button', { name: '开始选任' }).click()
  await expect(page.getByRole('heading', { level: 1, name: building })).toBeVisible()

  await page.getByRole('link', { name: '提名' }).click()
  await page.getByLabel('姓名', { exact: true }).fill('伍选举')
  await page.getByRole('button', { name: '提名' }).click()
  await expect(page.getByText('请填写这一项。').first()).toBeVisible()
  await page.getByLabel('推荐的居民人数').fill('9')
  await page.getByRole('button', { name: '提名' }).click()
  await expect(page.getByText('居民 9 人推荐')).toBeVisible()

  await page.getByRole('button', { name: '开始投票' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '开始投票' }).click()
  await page.getByRole('button', { name: '结束投票' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '结束投票' }).click()
  await page.getByRole('link', { name: '登记计票' }).click()
  await page.getByLabel('收回票数').fill('16')
  await page.getByRole('textbox', { name: /^有效票/ }).fill('15')
  await page.getByLabel('无效票').fill('0')
  await page.getByLabel('伍选举 · 得票').fill('13')
  await page.getByLabel('弃权或另选他人').fill('2')
  await page.getByLabel('计票人、监票人').fill('社区、居民代表')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('各项票数加起来对不上，请核对。').first()).toBeVisible()
  await page.getByLabel('无效票').fill('1')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('伍选举当选。')).toBeVisible()

  await page.getByRole('button', { name: '公示结果' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '公示结果' }).click()
  await expect(page.getByText(/^公示到 .*，次日起可以任命。/)).toBeVisible()
  const notice = await context.request.get(
    (await page.getByRole('link', { name: '公示单' }).getAttribute('href')) ?? '',
  )
  expect(await notice.text()).toContain('伍选举')

  await page.goto('/office/elections?state=publicity')
  await page
    .getByRole('row')
    .filter({ hasText: '公示期满，可以任命' })
    .first()
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('link', { name: '任命', exact: true }).click()
  await page.getByLabel('职责').fill('卫生监督、邻里调解')
  await page.getByRole('checkbox', { name: '现任楼栋长在上任前一天离任' }).check({ force: true })
  await page.getByRole('button', { name: '任命' }).click()
  await expect(page.getByText('已任命').first()).toBeVisible()
  await page.getByRole('link', { name: '任命记录' }).click()
  await expect(page.getByText(/至2029年|至2030年/).first()).toBeVisible()
})
