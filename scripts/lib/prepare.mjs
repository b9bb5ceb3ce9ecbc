import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { installPackages, isInstalled } from './install.mjs'
import { withLock } from './locks.mjs'
import { root } from './paths.mjs'
import { step } from './steps.mjs'

const WAIT_MS = 30 * 60_000

const lock = path.join(
  os.tmpdir(),
  `linzhi-${process.getuid?.() ?? 'user'}-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`,
)

/** One command at a time changes what is installed, generated and built in this clone. */
export const alone = (work) => withLock(lock, work, WAIT_MS)

/** Installs and generates what is missing. Uses nothing but Node until the packages are there. */
export async function preparePackages() {
  if (!isInstalled()) {
    await step(
      '安装依赖（首次约一两分钟） Installing packages (a minute or two the first time)',
      installPackages,
    )
  }
  const { generateClient, isGenerated } = await import('./generate.mjs')
  if (!isGenerated()) await step('生成数据库客户端 Generating the database client', generateClient)
}

/** Bundles worker and command line anew if their sources changed. */
export async function prepareBundles() {
  const { areBundlesBuilt, buildBundles, sourceHash } = await import('./build.mjs')
  const hash = sourceHash()
  if (!areBundlesBuilt(hash)) {
    await step('打包后台程序 Bundling worker and command line', () => buildBundles(hash))
  }
}

/** Builds the web pages anew if their sources changed. */
export async function prepareWeb() {
  const { buildWeb, isWebBuilt, sourceHash } = await import('./build.mjs')
  const hash = sourceHash()
  if (!isWebBuilt(hash)) await step('构建网页 Building the web pages', () => buildWeb(hash))
}
