import { expect, test } from '@playwright/test'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

test('staff read a campaign, cross it, code what was said; a community sees its own part in fives', async ({
  browser,
}) => {
  const [survey] = await askDemo<{ id: string }>(
    'SELECT survey_id AS id FROM questionnaire GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  )
  const path = `/office/surveys/${survey?.id}`
  const office = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })
  await signInAs(office, 'street-staff')
  const page = await office.newPage()
  await page.goto(`${path}/analysis`)
  await expect(page.getByRole('img', { name: '图：愿意承担的物业费' })).toBeVisible()
  await expect(page.getByRole('table', { name: '表：当前满意度' })).toContainText('–')
  await page.goto(`${path}/analysis?by=compound&question=willingness&item=不愿意`)
  await expect(page.getByRole('heading', { name: '各组比较：不愿意' })).toBeVisible()
  expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(70)

  await page.goto(`${path}/texts?q=ldd`)
  const row = page.getByRole('row', { name: /楼道灯/ }).first()
  await row.getByRole('checkbox').check()
  const bar = page.getByRole('status').filter({ hasText: '已选' }).locator('..')
  await bar.getByRole('button').first().click()
  await page.getByRole('listbox').getByRole('option').first().click()
  await bar.getByRole('button', { name: '归类', exact: true }).click()
  await expect(page.getByText(/已归类\d+份回答/)).toBeVisible()
  await office.close()

  const own = await browser.newContext({ locale: 'en', viewport: { width: 360, height: 740 } })
  await signInAs(own, 'community-staff')
  const phone = await own.newPage()
  await phone.goto(`${path}/analysis`)
  await expect(phone.getByText('in steps of five households')).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect((await phone.goto(`${path}/texts`))?.status()).toBe(404)
  await own.close()
})
