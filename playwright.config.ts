import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const port = Number(process.env.BROWSER_PORT || 3217)
const dataFolder = process.env.BROWSER_DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'linzhi-browser-'))
process.env.BROWSER_DATA_DIR = dataFolder

/** The product as `npm start` runs it, with its demo street, in Debian's chromium. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  timeout: 60_000,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    screenshot: 'only-on-failure',
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
