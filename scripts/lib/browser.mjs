import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser to test with, or null. */
export const findBrowser = () =>
  [process.env.CHROMIUM_PATH, ...PLACES].find((place) => place && fs.existsSync(place)) ?? null

/** Installs Debian's Chromium and Chinese fonts where that is possible; says what to do where it is not. */
export function ensureBrowser() {
  if (findBrowser()) return null
  const advice =
    'Install Chromium and Chinese fonts: apt-get install -y chromium fonts-noto-cjk (or set CHROMIUM_PATH)'
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return advice
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  const { status, stderr } = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    { env, encoding: 'utf8' },
  )
  return status === 0 && findBrowser() ? null : `${advice}\n${stderr ?? ''}`
}
