import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** How many pixels a page is wider than its window. */
export const pixelsTooWide = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))

/** Expects that axe finds nothing on the page as it stands, and that it does not scroll sideways. */
export async function isClean(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await pixelsTooWide(page)).toBe(0)
}
