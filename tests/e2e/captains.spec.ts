import { expect, test } from '@playwright/test'
import { askDemo } from '../support/demo-database'
import { signInAs } from '../support/sign-in'

type Gap = { name: string; compound: string }

/** Buildings without a captain in office. */
const buildingsWithoutCaptain = () =>
  askDemo<Gap>(
    `SELECT b.name, c.name AS compound FROM building b
       JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
     WHERE b.ended_at IS NULL AND NOT EXISTS (
       SELECT FROM captain_building cb WHERE cb.street_id = b.street_id AND cb.building_id = b.id)
     ORDER BY b.id LIMIT 2`,
  )

const someCaptain = async () => {
  const [found] = await askDemo<{ id: string; name: string }>(
    `SELECT ca.id, p.name FROM captain_appointment ca
       JOIN person p ON p.street_id = ca.street_id AND p.id = ca.person_id
     WHERE p.phone IS NOT NULL AND ca.ends_on IS NULL ORDER BY ca.id DESC LIMIT 1`,
  )
  if (!found) throw new Error('no captain')
  return found
}

test('street staff appoint a captain for two buildings, find her by initials, and end her term', async ({
  page,
  context,
}) => {
  const gaps = await buildingsWithoutCaptain()
  await signInAs(context, 'street-staff')
  await page.goto('/office/captains')
  await page.getByRole('link', { name: '任命楼栋长' }).click()
  await page.getByLabel('姓名').fill('仇晓燕')
  await page.getByLabel('电话', { exact: true }).fill('139 1234 5678')
  await page.getByRole('button', { name: '任命楼栋长' }).click()
  await expect(page.getByText('请填写这一项。').first()).toBeVisible()
  for (const { name, compound } of gaps) {
    await page.getByRole('combobox', { name: '查找楼栋' }).fill(`${compound}${name}`)
    await page
      .getByRole('option', { name: `${compound}${name}` })
      .first()
      .click()
    await expect(page.getByRole('button', { name: `移除${compound}${name}` })).toBeVisible()
  }
  await page.getByRole('button', { name: '任命楼栋长' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '仇晓燕' })).toBeVisible()
  await expect(page.getByText('139****5678')).toBeVisible()
  await page.goto('/office/captains?q=qxy&phone=hidden')
  await page.getByRole('link', { name: '仇晓燕' }).click()

  await page.getByRole('button', { name: '登记同意' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('本人已同意在十分钟便民服务联系表上公开电话。')).toBeVisible()

  await page.getByRole('button', { name: '结束任期' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: '结束任期' }).click()
  await expect(dialog.getByText('请填写这一项。')).toBeVisible()
  await dialog.getByLabel('事由').fill('换届')
  await dialog.getByRole('button', { name: '结束任期' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('事由：换届')).toBeVisible()
})

test('a whole number is shown for a reason, which stays in the history', async ({ page, context }) => {
  const { id } = await someCaptain()
  await signInAs(context, 'street-staff')
  await page.goto(`/office/captains/${id}`)
  await page.getByRole('button', { name: '查看 电话' }).click()
  await page.getByLabel('查看原因').fill('通知停水')
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('status', { name: /电话/ })).toHaveText(/^1\d{10}$|^0\d{2,3}-\d+$/)
  await page.reload()
  await expect(page.getByText('事由：通知停水')).toBeVisible()
})
