const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更新版本，当前为 ${process.versions.node}。`)
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

const { startAll } = await import('./lib/start.mjs')
process.exit(await startAll(process.argv.slice(2)))
