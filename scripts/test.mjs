import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBrowser, findBrowser } from './lib/browser.mjs'
import { CHECKS, INTEGRATION, runNode, typegen, UNIT } from './lib/checks.mjs'
import { root } from './lib/paths.mjs'
import { alone, prepareBundles, preparePackages, prepareWeb } from './lib/prepare.mjs'
import { say, step } from './lib/steps.mjs'

let passed = 0
let failed = 0
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'linzhi-report-'))

/** One part counts by its own numbers where it has them; a part that fails stops none of the later ones. */
async function part(name, work) {
  try {
    const counts = await step(name, work)
    passed += counts.passed
    failed += counts.failed
    if (counts.output) say(counts.output.trim())
  } catch (error) {
    failed += 1
    say(error.message)
  }
}

const one = async (args) => {
  const { code, output } = await runNode(args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output }
}

const done = async (work) => {
  await work()
  return { passed: 1, failed: 0 }
}

async function vitest(name, args) {
  const report = path.join(reports, `${name}.json`)
  const { code, output } = await runNode([
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, output }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(fs.readFileSync(report, 'utf8'))
  const bad = numFailedTests || (code !== 0 ? Math.max(1, numFailedTestSuites) : 0)
  return { passed: numPassedTests, failed: bad, output: bad ? output : '' }
}

async function browser(project) {
  const missing = ensureBrowser()
  if (missing) throw new Error(missing)
  const report = path.join(reports, `${project}.json`)
  const { code, output } = await runNode(
    [
      path.join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      `--project=${project}`,
      '--no-deps',
      '--reporter=list,json',
    ],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report, CHROMIUM_PATH: findBrowser() ?? '', CI: '1' },
  )
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, output }
  const { stats } = JSON.parse(fs.readFileSync(report, 'utf8'))
  const bad = stats.unexpected || (code !== 0 ? 1 : 0)
  const shown = bad || stats.flaky
  if (stats.flaky) say(`${stats.flaky} passed only when tried again`)
  return { passed: stats.expected + stats.flaky, failed: bad, output: shown ? output : '' }
}

await part('install', () => done(() => alone(preparePackages)))
await part('route types', async () => {
  const { code, output } = await typegen()
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output }
})
for (const [name, args] of Object.entries(CHECKS)) await part(name, () => one(args))
await part('unit', () => vitest('unit', UNIT))
await part('bundles', () => done(() => alone(prepareBundles)))
await part('integration', () => vitest('integration', INTEGRATION))
await part('build', () => done(() => alone(prepareWeb)))
await part('browser: journeys', () => browser('journeys'))
await part('browser: every page', () => browser('walks'))
fs.rmSync(reports, { recursive: true, force: true })
say()
say(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
