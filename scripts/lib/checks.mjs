import path from 'node:path'
import { run } from './install.mjs'
import { root } from './paths.mjs'

const program = (file) => path.join(root, 'node_modules', ...file.split('/'))

/** What a commit must pass, by name: a program of ours or of a package, with its arguments. */
export const CHECKS = {
  'format and lint': [program('@biomejs/biome/bin/biome'), 'check'],
  types: [program('typescript/bin/tsc'), '--noEmit'],
  boundaries: [
    program('dependency-cruiser/bin/dependency-cruise.mjs'),
    'src',
    'app',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  'dead code': [program('knip/bin/knip.js')],
  'schema and migration': [path.join(root, 'scripts', 'db-diff.mjs'), '--check'],
}

export const UNIT = [program('vitest/vitest.mjs'), 'run', '--project', 'unit']
export const INTEGRATION = [program('vitest/vitest.mjs'), 'run', '--project', 'integration']

/** Route types come from Next without a build, so that a fresh clone has them. */
export const typegen = () =>
  run(process.execPath, [program('next/dist/bin/next'), 'typegen'], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })

export const runNode = (args, env = {}) => run(process.execPath, args, { env: { ...process.env, ...env } })
