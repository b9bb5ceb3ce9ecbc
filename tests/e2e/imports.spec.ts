import { expect, type Page, test } from '@playwright/test'
import iconv from 'iconv-lite'
import { isClean } from '../support/clean'
import { signInAs } from '../support/sign-in'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]

async function lookAt(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await isClean(page)
    await page.screenshot({ path: `test-results/look/imports-${name}-${size.width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** As an office's own program saves it: its own headings, in GB18030. */
const ODD = iconv.encode(
  ['甲栏,乙栏,丙栏', '试验苑,古田社区,120', '试验村,古田社区,约三百', '古田新村,古田社区,99'].join('\r\n'),
  'gb18030',
)

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/office/imports/new')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

test('a file whose headings nobody knows is mapped by hand, imported, given back in part, and undone', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  await signInAs(context, 'street-staff')
  await drop(page, '试验台账.csv', ODD)
  await lookAt(page, 'new')
  await page.getByRole('button', { name: '读取这些文件' }).click()
  await expect(page.getByText('3 列不认识')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: /核对各列/ }).click()
  await page.getByLabel('这张表是').selectOption('compounds')
  await page.getByLabel('A 列「甲栏」').selectOption('name')
  await page.getByLabel('B 列「乙栏」').selectOption('community')
  await page.getByLabel('C 列「丙栏」').selectOption('householdCount')
  await lookAt(page, 'mapping')
  await page.getByRole('button', { name: '保存并重新读取' }).click()
  await expect(page.getByText('丙栏不是数字')).toBeVisible({ timeout: 30_000 })
  await lookAt(page, 'preview')
  await page.getByRole('link', { name: '小区 更新 1' }).click()
  await expect(page.getByText(/户数：\d+ → 99/)).toBeVisible()
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('导入后全街道的底数')).toBeVisible({ timeout: 30_000 })
  await lookAt(page, 'done')
  await page.getByRole('link', { name: /退回的行/ }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载退回的行' }).click()
  expect((await download).suggestedFilename()).toBe('退回的行.xlsx')
  await page.goto('/office/compounds?q=试验苑')
  await expect(page.getByRole('link', { name: '试验苑' })).toBeVisible()
  await page.goto('/office/imports')
  await lookAt(page, 'list')
  await page.locator('tbody th a').first().click()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText(/数据恢复到导入以前/)).toBeVisible({ timeout: 30_000 })
  await page.goto('/office/compounds?q=试验苑')
  await expect(page.getByText('没有找到小区')).toBeVisible()
})

test('an import says in English what it refuses, and a file that is no register says so', async ({
  page,
  context,
}) => {
  await signInAs(context, 'street-staff')
  await page.goto('/office/imports/new?lang=en')
  await page.locator('input[type=file]').setInputFiles({
    name: 'letter.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('%PDF-1.7 a letter'),
  })
  await page.getByRole('button', { name: 'Read these files' }).click()
  await expect(page.getByText('This is no table that can be read', { exact: false }).first()).toBeVisible({
    timeout: 30_000,
  })
  await lookAt(page, 'refused-en')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('Cancelled; nothing was changed.')).toBeVisible()
})

test('an auditor reads imports and cannot start one', async ({ page, context }) => {
  await signInAs(context, 'auditor')
  await page.goto('/office/imports?lang=zh-CN&large=1')
  await expect(page.getByRole('heading', { level: 1, name: '台账导入' })).toBeVisible()
  await expect(page.getByRole('link', { name: '导入台账', exact: true })).toHaveCount(0)
  await isClean(page)
  expect((await page.goto('/office/imports/new'))?.status()).toBe(404)
})
