import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { withLock } from './locks.mjs'
import { findPlace, serverEnvironment } from './postgres-place.mjs'
import { provision, roleNames, withClient } from './postgres-roles.mjs'
import { commandOf, delay, hasEnded, isAlive, isRunning, self } from './processes.mjs'

const NO_SUCH_PROCESS = 2_147_483_646

const stateFile = (directory) => path.join(directory, 'postgres.json')
const logFile = (directory) => path.join(directory, 'postgres.log')
const usersFolder = (directory) => path.join(directory, 'postgres.users')

function readState(directory) {
  try {
    return JSON.parse(fs.readFileSync(stateFile(directory), 'utf8'))
  } catch (error) {
    if (error.code === 'EACCES') throw error
    return {}
  }
}

function writeState(directory, state) {
  const file = stateFile(directory)
  fs.writeFileSync(`${file}.new`, JSON.stringify(state, null, 2), { mode: 0o600 })
  fs.renameSync(`${file}.new`, file)
}

/** A port that nobody listens on: the wanted one when it is free. */
function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const urlOf = ({ port, passwords }, role, database = 'linzhi') =>
  `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`

/** The addresses of the database, by who connects. */
const urlsOf = (state) => ({
  superuser: urlOf(state, 'postgres', 'postgres'),
  owner: urlOf(state, 'linzhi_owner'),
  app: urlOf(state, 'linzhi_app'),
  report: urlOf(state, 'linzhi_report'),
})

function initialise({ cluster, user, program }, passwords, durable) {
  const making = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  const locales = ['C.UTF-8', 'en_US.UTF-8', 'C']
  let output = ''
  try {
    for (const locale of locales) {
      fs.rmSync(making, { recursive: true, force: true })
      fs.mkdirSync(making, { recursive: true, mode: 0o700 })
      fs.writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 })
      if (user.uid !== undefined) {
        for (const file of [making, passwordFile]) fs.chownSync(file, user.uid, user.gid)
      }
      // The builtin provider knows upper and lower case of all Unicode and sorts alike on every machine.
      const made = spawnSync(
        program('initdb'),
        [
          '-D',
          making,
          '-U',
          'postgres',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
        ]
          .concat(['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--lc-ctype=${locale}`])
          .concat(['--lc-collate=C', '--lc-messages=C', '--lc-monetary=C', '--lc-numeric=C', '--lc-time=C'])
          .concat(durable ? ['--no-instructions'] : ['--no-instructions', '--no-sync']),
        { ...user, cwd: making, env: serverEnvironment(), encoding: 'utf8' },
      )
      output = `${made.error?.message ?? ''}${made.stdout ?? ''}${made.stderr ?? ''}`
      if (made.status === 0) {
        fs.renameSync(making, cluster)
        return
      }
    }
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(making, { recursive: true, force: true })
  }
  throw new Error(`initdb failed:\n${output.trim()}`)
}

function readPidFile(cluster) {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready', lines }
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** The number of this cluster's own server if it runs. */
function runningServer(cluster) {
  const found = readPidFile(cluster)
  if (!found || !isRunning(found.pid)) return null
  const command = commandOf(found.pid)
  return !command || (command.includes('postgres') && command.includes(cluster)) ? found : null
}

/**
 * After a crash the number in postmaster.pid may belong to a stranger, and PostgreSQL would wait for that one.
 * The file stays, with a number that nobody has: its other lines let PostgreSQL see whether old backends still run.
 */
function disownPidFile(cluster) {
  const found = readPidFile(cluster)
  if (!found || !isRunning(found.pid)) return
  fs.writeFileSync(
    path.join(cluster, 'postmaster.pid'),
    [NO_SUCH_PROCESS, ...found.lines.slice(1)].join('\n'),
  )
}

function logSince(directory, offset) {
  return fs.readFileSync(logFile(directory)).subarray(offset).toString('utf8').trim()
}

function spawnServer(directory, { cluster, user, program }, port, durable) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 100,
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = fs.openSync(logFile(directory), 'a', 0o600)
  try {
    // Detached: a Ctrl-C in the terminal must not reach the database before the app has drained.
    const server = spawn(program('postgres'), ['-D', cluster, ...flags], {
      ...user,
      cwd: cluster,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    })
    server.unref()
    return server
  } finally {
    fs.closeSync(log)
  }
}

/** Starts the server and answers its port once it takes connections, also after a crash's recovery. */
async function launch(directory, place, wanted, durable) {
  const log = fs.statSync(logFile(directory), { throwIfNoEntry: false })
  if (log && log.size > 5_000_000) fs.renameSync(logFile(directory), `${logFile(directory)}.1`)
  let port = await freePort(wanted)
  for (const end = Date.now() + 60_000; ; ) {
    disownPidFile(place.cluster)
    const offset = fs.statSync(logFile(directory), { throwIfNoEntry: false })?.size ?? 0
    let failure = null
    const server = spawnServer(directory, place, port, durable)
    server.once('error', (error) => {
      failure = error.message
    })
    server.once('exit', () => {
      failure ??= logSince(directory, offset) || 'no reason given'
    })
    while (failure === null) {
      const found = readPidFile(place.cluster)
      if (found?.pid === server.pid && found.ready) return port
      await delay(15)
    }
    const isPassing = /bind|address already in use|pre-existing shared memory|lock file/i.test(failure)
    if (!isPassing || Date.now() > end) throw new Error(`PostgreSQL does not start:\n${failure}`)
    await delay(200)
    port = await freePort()
  }
}

async function terminate(place, { pid }) {
  if (process.platform === 'win32') {
    spawnSync(place.program('pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast', '-w'])
    return
  }
  for (const [signal, ms] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 15_000],
    ['SIGKILL', 5_000],
  ]) {
    process.kill(pid, signal)
    if (await hasEnded(pid, ms)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}

const answers = (url, ms) => withClient(url, (client) => client.query('SELECT 1'), ms)

/** The passwords were lost but the cluster was not: sets the superuser's anew, in single-user mode. */
function resetPassword({ cluster, user, program }, password) {
  const done = spawnSync(program('postgres'), ['--single', '-D', cluster, 'postgres'], {
    ...user,
    cwd: cluster,
    env: serverEnvironment(),
    encoding: 'utf8',
    input: `ALTER ROLE postgres PASSWORD '${password}'\n`,
  })
  if (done.status !== 0) throw new Error(`Could not reset the database's password:\n${done.stderr}`)
}

async function open(directory, { durable }) {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  fs.mkdirSync(directory, { recursive: true, mode })
  const place = findPlace(directory)
  const state = readState(directory)
  const fresh = () => randomBytes(24).toString('base64url')
  const passwords = Object.fromEntries(
    ['postgres', ...roleNames].map((role) => [role, state.passwords?.[role] ?? fresh()]),
  )
  writeState(directory, { ...state, passwords })

  if (place.abandoned) {
    const left = runningServer(place.cluster)
    if (left) await terminate(place, left)
    fs.rmSync(place.cluster, { recursive: true })
  }
  const isNew = !fs.existsSync(path.join(place.cluster, 'PG_VERSION'))
  if (isNew) initialise(place, passwords, durable)
  if (place.link) fs.symlinkSync(place.cluster, place.link)

  let running = runningServer(place.cluster)
  if (running) {
    const url = urlOf({ port: running.port, passwords }, 'postgres', 'postgres')
    await answers(url, 15_000).catch(async () => {
      await terminate(place, running)
      running = null
    })
  }
  let port = running?.port ?? (await launch(directory, place, state.port, durable))
  try {
    await answers(urlOf({ port, passwords }, 'postgres', 'postgres'), 60_000)
  } catch (error) {
    if (error.code !== '28P01') throw error
    await terminate(place, runningServer(place.cluster))
    resetPassword(place, passwords.postgres)
    port = await launch(directory, place, port, durable)
  }
  const known = { port, passwords }
  writeState(directory, known)
  await provision(urlsOf(known).superuser, passwords)
  return { place, urls: urlsOf(known), isNew }
}

function otherUsers(directory) {
  const folder = usersFolder(directory)
  return fs.readdirSync(folder).filter((name) => {
    const file = path.join(folder, name)
    if (isAlive(JSON.parse(fs.readFileSync(file, 'utf8')))) return true
    fs.rmSync(file, { force: true })
    return false
  })
}

/**
 * Opens the embedded database of this data directory: makes it, starts it, or joins the one that already runs.
 * It stops when the last process that opened it closes; one that was killed does not count.
 */
export async function openDatabase(directory, { durable = true } = {}) {
  fs.mkdirSync(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const lock = path.join(directory, 'postgres.lock')
  return await withLock(lock, async () => {
    const { place, urls, isNew } = await open(directory, { durable })
    const mine = path.join(usersFolder(directory), `${process.pid}.${randomBytes(3).toString('hex')}`)
    fs.mkdirSync(usersFolder(directory), { recursive: true, mode: 0o700 })
    fs.writeFileSync(mine, JSON.stringify(self()), { mode: 0o600 })
    const close = () =>
      withLock(lock, async () => {
        fs.rmSync(mine, { force: true })
        const running = runningServer(place.cluster)
        if (running && otherUsers(directory).length === 0) await terminate(place, running)
      })
    return { urls, isNew, close }
  })
}
