import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
let planted: string

type Report = { summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] } }

function cruise(folder: string): Report['summary'] {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { stdout } = spawnSync(
    process.execPath,
    [program, 'src', 'app', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 200_000_000 },
  )
  return (JSON.parse(stdout) as Report).summary
}

function plant(file: string, content: string) {
  const whole = path.join(planted, file)
  mkdirSync(path.dirname(whole), { recursive: true })
  writeFileSync(whole, content)
}

beforeAll(() => {
  planted = mkdtempSync(path.join(tmpdir(), 'linzhi-planted-'))
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(path.join(root, name), path.join(planted, name))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(planted, 'node_modules'))
  mkdirSync(path.join(planted, 'src/features'), { recursive: true })
  cpSync(path.join(root, 'src/features/order.json'), path.join(planted, 'src/features/order.json'))
  plant('app/page.tsx', `export { dispatch as default } from '@/features/requests/commands'\n`)
  plant('src/core/money.ts', `export { db } from '@/server/db'\n`)
  plant('src/server/db.ts', 'export const db = 1\n')
  plant('src/features/places/rules.ts', `export { db } from '@/server/db'\n`)
  plant('src/features/places/queries.ts', `export { dispatch } from '@/features/requests/commands'\n`)
  plant('src/features/requests/commands.ts', 'export const dispatch = () => null\n')
  plant('src/features/requests/components/form.tsx', `export { db } from '@/server/db'\n`)
  plant('src/features/weather/rules.ts', 'export const rain = 1\n')
  plant('src/features/insights/rules.ts', `export { rain } from '@/features/weather/rules'\n`)
  plant('src/ui/one.ts', `import { two } from './two'\nexport const one = () => two()\n`)
  plant('src/ui/two.ts', `import { one } from './one'\nexport const two = () => one()\n`)
})

afterAll(() => rmSync(planted, { recursive: true, force: true }))

test('each kind of forbidden import is caught', () => {
  const { violations } = cruise(planted)
  const caught = violations.map(({ from, rule }) => `${rule.name} ${from}`)
  expect(caught).toEqual(
    expect.arrayContaining([
      'pages-write-by-endpoint app/page.tsx',
      'core-is-pure src/core/money.ts',
      'rules src/features/places/rules.ts',
      'queries src/features/places/queries.ts',
      'places-knows-none-above src/features/places/queries.ts',
      'components-ask-no-database src/features/requests/components/form.tsx',
      'feature-in-the-list src/features/insights/rules.ts',
      'no-circle src/ui/one.ts',
    ]),
  )
}, 60_000)

test('the real tree is read, not passed over', () => {
  expect(cruise(root).totalCruised).toBeGreaterThan(100)
}, 60_000)
