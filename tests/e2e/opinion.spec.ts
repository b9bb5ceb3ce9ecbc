import { expect, test } from '@playwright/test'
import { isClean } from '../support/clean'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

test('somebody without a script puts an opinion into the box, the community answers, and the receipt opens it', async ({
  browser,
}) => {
  const [row] = await askDemo<{
    code: string
  }>(`SELECT pc.code FROM public_code pc JOIN notice_board n ON n.id = pc.board_id
    JOIN stairwell s ON s.id = n.stairwell_id JOIN building b ON b.id = s.building_id JOIN compound c ON c.id = b.compound_id
    JOIN role_grant g ON g.scope_id = c.community_id JOIN account a ON a.id = g.account_id
    WHERE a.username = 'community-staff' AND pc.revoked_at IS NULL ORDER BY pc.code LIMIT 1`)
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  })
  const page = await plain.newPage()
  await page.goto(`/b/${row?.code}`)
  await page.getByRole('link', { name: '意见箱' }).click()
  await page.getByLabel('您的意见').fill('希望楼下装一盏灯')
  await page.getByRole('button', { name: '投入意见箱' }).click()
  await expect(page.getByRole('heading', { name: '已收到' })).toBeVisible()
  const receipt = new URL(page.url()).searchParams.get('receipt') ?? ''
  await expect(page.locator('strong', { hasText: receipt })).toBeVisible()

  const office = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })
  await signInAs(office, 'community-staff')
  const desk = await office.newPage()
  await desk.goto('/office/opinions?q=希望楼下装一盏灯')
  await desk.locator('tbody a').first().click()
  await expect(desk.getByText('希望楼下装一盏灯')).toBeVisible()
  await desk.getByRole('button', { name: '归类' }).click()
  await desk.getByRole('textbox', { name: /答复/ }).fill('下周就装')
  await desk.getByRole('button', { name: '答复', exact: true }).click()
  await expect(desk.getByText('已答复').first()).toBeVisible()
  await office.close()

  await page.goto(`/b/${row?.code}/opinion`)
  await page.getByLabel('回执').fill(receipt.toLowerCase())
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByText('下周就装')).toBeVisible()
  await plain.close()

  const seen = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const checked = await seen.newPage()
  for (const variant of ['', '?lang=en&large=1']) {
    await checked.goto(`/b/${row?.code}/opinion${variant}`)
    expect(await checked.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await isClean(checked)
  }
  await seen.close()
})
