import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const port = Number(process.env.BROWSER_PORT || 3217)
const dataFolder = process.env.BROWSER_DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'linzhi-browser-'))
process.env.BROWSER_DATA_DIR = dataFolder
const WALKS = 'every-page.spec.ts'

/**
 * The product as `npm start` runs it, with its demo street, in Debian's chromium. Journeys write and take turns; the walks
 * over every page only read and go side by side.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  retries: 1,
  workers: 2,
  projects: [
    { name: 'journeys', testIgnore: WALKS, workers: 1 },
    { name: 'walks', testMatch: WALKS, fullyParallel: true, workers: 2, dependencies: ['journeys'] },
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    screenshot: 'only-on-failure',
    // A colour in the middle of its fading has no contrast to be measured.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://127.0.0.1:${port}/api/health/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: { DATA_DIR: dataFolder, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '' },
  },
})
