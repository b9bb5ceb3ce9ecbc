import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { databaseEnvironment, useDatabase } from './database.mjs'
import { endRuns } from './install.mjs'
import { holderOf, tryLock } from './locks.mjs'
import { dataDirectory, root } from './paths.mjs'
import { alone, prepareBundles, preparePackages, prepareWeb } from './prepare.mjs'
import { delay } from './processes.mjs'
import { sessionSecret } from './secrets.mjs'
import { Refusal, say, step } from './steps.mjs'
import { keep, start, stop } from './supervise.mjs'

const LOOPBACK = '127.0.0.1'

function readArguments(args) {
  const known = new Set(['--empty', '--dev'])
  const unknown = args.filter((arg) => !known.has(arg))
  if (unknown.length) throw new Refusal(`不认识的参数 Unknown: ${unknown.join(' ')}\nnpm start [-- --empty]`)
  return { empty: args.includes('--empty'), dev: args.includes('--dev') }
}

function wantedPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Refusal(`PORT 无效 PORT is no port number: ${process.env.PORT}`)
  }
  return port
}

const listens = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen(port, host, () => server.close(() => resolve('')))
  })

/** What a killed start left behind needs a moment to end: a port counts as taken only when it stays so. */
async function checkPort(port, host) {
  let fault = await listens(port, host)
  for (const end = Date.now() + 4000; fault === 'EADDRINUSE' && Date.now() < end; await delay(200)) {
    fault = await listens(port, host)
  }
  if (fault === 'EADDRINUSE') {
    throw new Refusal(
      `端口 ${port} 已被其他程序占用，请用 PORT=<端口> npm start 换一个。\nPort ${port} is in use by another program. Choose one: PORT=<port> npm start`,
    )
  }
  if (fault)
    throw new Refusal(
      `无法在 ${host}:${port} 上监听（${fault}）。Cannot listen on ${host}:${port} (${fault}).`,
    )
}

/** One start at a time per data directory. */
function claim(directory) {
  const file = path.join(directory, 'start.lock')
  fs.mkdirSync(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const release = tryLock(file, { since: new Date().toISOString() })
  if (release) return release
  const holder = holderOf(file)
  throw new Refusal(
    `已在运行：进程 ${holder?.pid}，自 ${holder?.since}（${directory}）。\nAlready running: process ${holder?.pid} since ${holder?.since} (${directory}).`,
  )
}

async function openAndDeploy() {
  const database = process.env.DATABASE_URL
    ? await useDatabase()
    : await step('启动数据库 Starting PostgreSQL', useDatabase)
  try {
    const { deploy } = await import('./migrate.mjs')
    await step('更新数据库结构 Bringing the database up to date', () =>
      deploy(database.urls, (note) => say(`    note: ${note}`)),
    )
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Both branches are waited for, so that nothing still runs behind a failure. */
async function both(...works) {
  const ends = await Promise.allSettled(works)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

function greet(address, accounts, password) {
  say()
  say(`  邻治 Linzhi  ${address}`)
  if (accounts.length) {
    say()
    say(`  演示账号 Demo accounts (密码 password ${password})`)
    for (const { username, role } of accounts) say(`    ${username.padEnd(16)} ${role}`)
  }
  say()
  say('  按 Ctrl-C 停止 Ctrl-C stops it')
  say()
}

const anyPort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, LOOPBACK, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const readyPort = ({ child, ended }) =>
  new Promise((resolve, reject) => {
    child.on('message', (message) => message?.ready && resolve(message.port))
    ended.then((code) =>
      reject(new Refusal(`网页服务未能启动（${code}）。The web server did not start (${code}).`)),
    )
  })

async function serve({ dev, empty, port, database, stopped }) {
  const directory = dataDirectory()
  const { DEMO_PASSWORD, demoAccounts, loadDemo, needsDemo } = await import('./demo.mjs')
  const shared = {
    ...databaseEnvironment(database),
    DATA_DIR: directory,
    NEXTAUTH_SECRET: sessionSecret(directory),
    NODE_ENV: dev ? 'development' : 'production',
  }
  const bundles = alone(prepareBundles)
  const demo = async () => {
    await bundles
    if (database.embedded && !empty && (await needsDemo(database.urls.owner))) {
      // The demo's messages name the address at which it will be served.
      const address = process.env.NEXTAUTH_URL || `http://localhost:${port}`
      await step('载入演示街道 Loading the demo street', () =>
        loadDemo(database.urls.owner, { ...shared, NEXTAUTH_URL: address }),
      )
    }
  }
  await both(dev ? bundles : alone(prepareWeb), demo())
  if (stopped.aborted) return 0

  const accounts = await demoAccounts(database.urls.app)
  const host = process.env.HOST || (accounts.length ? LOOPBACK : '0.0.0.0')
  const shown = ['0.0.0.0', '::', LOOPBACK].includes(host) ? 'localhost' : host
  await checkPort(port, host)
  const env = {
    ...shared,
    HOST: host,
    PORT: String(port),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://${shown}:${port}`,
    LINZHI_DEMO: accounts.length ? '1' : '0',
  }
  const began = Date.now()
  const web = start([path.join(root, 'server.mjs'), ...(dev ? ['--dev'] : [])], env)
  const endings = [web.ended, new Promise((resolve) => stopped.addEventListener('abort', () => resolve(0)))]
  let stopWorker = async () => {}
  try {
    const actual = await Promise.race([readyPort(web), endings[1].then(() => null)])
    if (actual === null) return 0
    say(`  ✓ 网页服务 Web server  ${((Date.now() - began) / 1000).toFixed(1)} s`)
    const worker = path.join(root, 'dist', 'worker.mjs')
    if (fs.existsSync(worker)) stopWorker = keep('worker', [worker], env)
    greet(process.env.NEXTAUTH_URL || `http://${shown}:${actual}`, accounts, DEMO_PASSWORD)
    const code = await Promise.race(endings)
    return stopped.aborted ? 0 : code || 1
  } finally {
    await both(stop(web), stopWorker())
  }
}

/** Runs everything until it is told to stop; answers the exit code. */
export async function startAll(args) {
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!abort.signal.aborted) say('\n  正在停止 Stopping …')
      abort.abort()
      endRuns()
    })
  }
  // A closed terminal must not keep the database from being stopped in order.
  process.stdout.on('error', () => {})
  let database
  let release = () => {}
  try {
    const { dev, empty } = readArguments(args)
    const port = wantedPort() || (await anyPort())
    release = claim(dataDirectory())
    say(`  邻治 Linzhi · Node ${process.versions.node}`)
    await checkPort(port, process.env.HOST || LOOPBACK)
    await alone(preparePackages)
    if (abort.signal.aborted) return 0
    database = await openAndDeploy()
    return await serve({ dev, empty, port, database, stopped: abort.signal })
  } catch (error) {
    if (abort.signal.aborted) return 0
    say()
    say(error instanceof Refusal ? error.message : error.stack)
    return 1
  } finally {
    await database?.close()
    release()
    if (abort.signal.aborted) say('  已停止 Stopped.')
  }
}
