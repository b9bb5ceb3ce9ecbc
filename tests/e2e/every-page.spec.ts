import fs from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { pixelsTooWide } from '../support/clean'
import { signInAs } from '../support/sign-in'

/** One page of each shape, found by following the links that a reader has. */
const shapeOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/b\/[A-Z0-9]+/, '/b/:code')
    .replace(/\/survey\/[A-Z0-9]+/, '/survey/:code')

const LEAVING = /sign-out|[?&](lang|large)=|^\/api\//
const MOST_PAGES = 250

/** A message that has no words shows as `namespace.key`. */
const namespaces = fs.readdirSync('src/messages/en').map((name) => name.replace(/\.json$/, ''))
const WORDLESS = new RegExp(`(?<![\\w./@-])(${namespaces.join('|')})\\.[a-z]\\w*(\\.\\w+)*`)

async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = []
  const keepError = (error: Error) => faults.push(`${path} ${error.message}`)
  const keepAnswer = (answer: { status: () => number; url: () => string }) =>
    answer.status() >= 400 && faults.push(`${path} ${answer.status()} ${answer.url()}`)
  page.on('pageerror', keepError)
  page.on('response', keepAnswer)
  await page.goto(path)
  const { violations } = await new AxeBuilder({ page }).analyze()
  for (const { id, nodes } of violations)
    faults.push(`${path} ${id} ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`)
  const tooWide = await pixelsTooWide(page)
  if (tooWide) faults.push(`${path} is ${tooWide} px too wide`)
  // biome-ignore lint/performance/useDomNodeTextContent: what is in scripts is not read by anybody
  const wordless = (await page.locator('body').innerText()).match(WORDLESS)?.[0]
  if (wordless) faults.push(`${path} has no words for ${wordless}`)
  page.off('pageerror', keepError)
  page.off('response', keepAnswer)
  return faults
}

async function walk(page: Page, from: string): Promise<{ shapes: Set<string>; faults: string[] }> {
  const shapes = new Set<string>()
  const faults: string[] = []
  const ahead = [from]
  for (let path = ahead.shift(); path && shapes.size < MOST_PAGES; path = ahead.shift()) {
    if (shapes.has(shapeOf(path))) continue
    shapes.add(shapeOf(path))
    faults.push(...(await faultsOf(page, path)))
    const links = await page.$$eval('a[href^="/"]', (found) => found.map((one) => one.getAttribute('href')))
    ahead.push(...links.flatMap((link) => (link && !LEAVING.test(link) ? [link] : [])))
  }
  return { shapes, faults }
}

const WAYS = [
  { who: 'street-admin', from: '/office', width: 1280, as: '?lang=zh-CN&large=0' },
  { who: 'street-admin', from: '/office', width: 360, as: '?lang=zh-CN&large=1' },
  { who: 'street-staff', from: '/office', width: 360, as: '?lang=en&large=0' },
  { who: 'auditor', from: '/office', width: 1280, as: '?lang=en&large=1' },
  { who: 'captain', from: '/captain', width: 360, as: '?lang=zh-CN&large=1' },
]

for (const { who, from, width, as } of WAYS) {
  test(`${who} at ${width} px ${as}: every page that a link leads to answers, fits and is accessible`, async ({
    page,
    context,
  }) => {
    test.setTimeout(1_200_000)
    await page.setViewportSize({ width, height: 800 })
    await signInAs(context, who)
    await page.goto(`/${as}`)
    const { shapes, faults } = await walk(page, from)
    expect(faults).toEqual([])
    expect(shapes.size).toBeGreaterThan(who === 'captain' ? 2 : 15)
  })
}
