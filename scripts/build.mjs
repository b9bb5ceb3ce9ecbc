import { installPackages, isInstalled } from './lib/install.mjs'
import { Refusal, say, step } from './lib/steps.mjs'

try {
  if (!isInstalled()) await step('安装依赖 Installing packages', installPackages)
  const { generateClient, isGenerated } = await import('./lib/generate.mjs')
  if (!isGenerated()) await step('生成数据库客户端 Generating the database client', generateClient)
  const { buildBundles, buildWeb, sourceHash } = await import('./lib/build.mjs')
  const hash = sourceHash()
  await step('打包后台程序 Bundling worker and command line', () => buildBundles(hash))
  say(await step('构建网页 Building the web pages', () => buildWeb(hash)))
} catch (error) {
  say(error instanceof Refusal ? `\n${error.message}` : error.stack)
  process.exitCode = 1
}
