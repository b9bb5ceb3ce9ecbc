import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { run } from './install.mjs'
import { root } from './paths.mjs'
import { Refusal } from './steps.mjs'

const ENTRIES = ['worker', 'street', 'parse']

const SOURCES = [
  'app',
  'src',
  'public',
  'prisma/schema.prisma',
  'prisma/models',
  'package-lock.json',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'postcss.config.mjs',
  'scripts/lib/build.mjs',
  'scripts/lib/answer-shapes.mjs',
]

const isSource = (name) => name !== 'generated' && !/\.test\.tsx?$/.test(name)

function* filesBelow(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (stat?.isFile()) yield file
  if (!stat?.isDirectory()) return
  for (const name of fs.readdirSync(file).filter(isSource).sort()) yield* filesBelow(path.join(file, name))
}

/** A hash over all that the build reads: the build is current while this stays the same. */
export function sourceHash() {
  const hash = createHash('sha256').update(process.version.split('.')[0])
  for (const source of SOURCES) {
    for (const file of filesBelow(path.join(root, source))) {
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

const webMark = path.join(root, '.next', 'linzhi-source')
const bundleMark = path.join(root, 'dist', 'linzhi-source')
const reads = (mark, hash) => fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === hash

export const isWebBuilt = (hash) =>
  reads(webMark, hash) && fs.existsSync(path.join(root, '.next', 'BUILD_ID'))

export const areBundlesBuilt = (hash) => reads(bundleMark, hash)

/** Builds the web pages; what Next says is shown only when it fails. */
export async function buildWeb(hash) {
  fs.rmSync(webMark, { force: true })
  const shapes = await run(process.execPath, [path.join(root, 'scripts', 'lib', 'answer-shapes.mjs')])
  if (shapes.code !== 0) throw new Refusal(shapes.output.trim())
  const { code, output } = await run(
    process.execPath,
    [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    { env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } },
  )
  if (code !== 0) {
    throw new Refusal(
      `next build 失败（退出码 ${code}）。next build failed (exit code ${code}).\n\n${output.trim()}`,
    )
  }
  fs.writeFileSync(webMark, hash)
  return output
}

/** Bundles what runs outside Next: worker, command line and workbook parser, whose packages stay in node_modules, and the phones' service worker. */
export async function buildBundles(hash) {
  const { build } = await import('esbuild')
  const entryPoints = ENTRIES.map((name) => path.join(root, 'src', `${name}.ts`)).filter((file) =>
    fs.existsSync(file),
  )
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true })
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true })
  try {
    await build({
      entryPoints,
      outdir: path.join(root, 'dist'),
      outExtension: { '.js': '.mjs' },
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      packages: 'external',
      alias: { '@': path.join(root, 'src') },
      jsx: 'automatic',
      sourcemap: 'linked',
      logLevel: 'silent',
    })
    await build({
      entryPoints: [path.join(root, 'src', 'service-worker.ts')],
      outfile: path.join(root, 'dist', 'service-worker.js'),
      absWorkingDir: root,
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'iife',
      target: ['chrome111', 'safari16.4'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    })
  } catch (error) {
    throw new Refusal(`esbuild 失败。esbuild failed.\n\n${error.message}`)
  }
  fs.writeFileSync(bundleMark, hash)
}
