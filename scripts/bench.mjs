import { alone, prepareBundles, preparePackages, prepareWeb } from './lib/prepare.mjs'

await alone(preparePackages)
await alone(prepareBundles)
await alone(prepareWeb)
const { runBench } = await import('../bench/run.mjs')
await runBench()
