import { expect, test } from '@playwright/test'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

test('a match becomes a dish on the menu; a resident orders it for a time, moves it and gives it up', async ({
  browser,
}) => {
  const [match] = await askDemo<{ id: string; compound_id: string }>(`
    WITH made AS (
      INSERT INTO kitchen_match (street_id, id, demand_id, resource_id, compound_id, coverage, reason, matched_by)
      SELECT d.street_id, gen_random_uuid(), d.id, r.id, c.id, 'full', '队伍就在旁边', a.id
      FROM demand d JOIN resource r ON r.street_id = d.street_id AND r.slot_minutes = 60
      JOIN compound c ON c.street_id = d.street_id AND c.ended_at IS NULL JOIN account a ON a.username = 'street-staff'
      WHERE d.title = '路灯维修' AND EXISTS (SELECT FROM building b WHERE b.compound_id = c.id AND b.ended_at IS NULL)
        AND NOT EXISTS (SELECT FROM kitchen_match m WHERE m.demand_id = d.id AND m.compound_id = c.id)
        AND NOT EXISTS (SELECT FROM menu m WHERE m.compound_id = c.id)
      ORDER BY c.sort_key LIMIT 1 RETURNING id, compound_id) SELECT * FROM made`)
  const office = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })
  await signInAs(office, 'street-staff')
  const desk = await office.newPage()
  await desk.goto(`/office/kitchen/matches/${match?.id}`)
  await desk.getByRole('button', { name: '生成服务项目' }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: '生成服务项目' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: '修改项目' })).toBeVisible()
  await desk.getByRole('textbox', { name: /^名称/ }).fill('路灯维修上门')
  await desk.getByLabel('星级标准').fill('两小时内到\n修好当面试灯')
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByRole('button', { name: '送审' }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: '送审' }).click()
  await expect(desk.getByText('待审核').first()).toBeVisible()
  await expect(desk.getByRole('button', { name: '发布' })).toHaveCount(0)
  const menuPath = new URL(desk.url()).pathname
  await office.close()

  const head = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })
  await signInAs(head, 'street-admin')
  const review = await head.newPage()
  await review.goto(menuPath)
  await review.getByRole('button', { name: '发布' }).click()
  await review.getByRole('alertdialog').getByRole('button', { name: '发布' }).click()
  await expect(review.getByText('正在执行').first()).toBeVisible()
  await expect(review.getByText('没有草稿。')).toBeVisible()
  await head.close()

  const phone = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 740 } })
  const page = await phone.newPage()
  await page.goto(`/menus/${match?.compound_id}`)
  const dish = page.getByRole('listitem').filter({ hasText: '路灯维修上门' }).first()
  await expect(dish.getByText('修好当面试灯')).toBeVisible()
  await dish.getByRole('link', { name: '预约' }).click()
  await page.getByRole('radio').first().check({ force: true })
  await page.getByRole('button', { name: /楼栋/ }).click()
  await page.getByRole('option').first().click()
  await page.getByLabel('房号').fill('1单元202')
  await page.getByLabel('姓名').fill('潘小红')
  await page.getByLabel('电话').fill('139 6000 7788')
  await page.getByRole('button', { name: '下单' }).click()
  await expect(page.getByRole('heading', { name: '您点的服务' })).toBeVisible()
  await page.getByText('改时间').first().click()
  await page.getByLabel('新时间').selectOption({ index: 3 })
  await page.getByRole('button', { name: '改时间' }).click()
  await expect(page.getByText('改约时间')).toBeVisible()
  await page.getByText('取消，不要了').first().click()
  await page.getByRole('button', { name: '取消，不要了' }).click()
  await expect(page.getByText('已取消').first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await phone.close()
})
