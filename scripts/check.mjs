import { CHECKS, runNode, typegen, UNIT } from './lib/checks.mjs'
import { alone, preparePackages } from './lib/prepare.mjs'
import { say, step } from './lib/steps.mjs'

await alone(preparePackages)
await typegen()
const failed = []

async function check(name, args) {
  const { code, output } = await step(name, () => runNode(args))
  if (code !== 0) failed.push({ name, output })
}

const { types, ...quick } = CHECKS
await Promise.all([
  check('types', types),
  (async () => {
    for (const [name, args] of Object.entries(quick)) await check(name, args)
    await check('unit tests', UNIT)
  })(),
])
for (const { name, output } of failed) say(`\n── ${name}\n${output.trim()}`)
say(failed.length ? `\nFailed: ${failed.map(({ name }) => name).join(', ')}` : '\nAll checks passed.')
process.exitCode = failed.length ? 1 : 0
