import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { Refusal } from './steps.mjs'

const modules = path.join(root, 'node_modules')
const lockfile = path.join(root, 'package-lock.json')
const mark = path.join(modules, '.linzhi-lock')

const lockHash = () =>
  createHash('sha256')
    .update(fs.readFileSync(lockfile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

/** Whether what npm says it installed is all that the lockfile asks for, developers' packages included. */
function matchesLockfile() {
  const installed = path.join(modules, '.package-lock.json')
  if (!fs.existsSync(installed)) return false
  const there = JSON.parse(fs.readFileSync(installed, 'utf8')).packages
  const asked = JSON.parse(fs.readFileSync(lockfile, 'utf8')).packages
  return Object.entries(asked).every(
    ([name, wanted]) =>
      name === '' ||
      wanted.link ||
      wanted.optional ||
      wanted.devOptional ||
      there[name]?.version === wanted.version,
  )
}

/** Whether node_modules is that of the lockfile; also true for what somebody installed by hand. */
export function isInstalled() {
  if (!fs.existsSync(modules)) return false
  if (fs.existsSync(mark)) return fs.readFileSync(mark, 'utf8') === lockHash()
  if (!matchesLockfile()) return false
  fs.writeFileSync(mark, lockHash())
  return true
}

/** How to call npm: the one that called us, else the one on the path. */
function npmCommand() {
  const calling = process.env.npm_execpath
  if (calling && /npm-cli\.c?js$/.test(calling) && fs.existsSync(calling))
    return [process.execPath, [calling]]
  const beside = path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  if (fs.existsSync(beside)) return [process.execPath, [beside]]
  return ['npm', []]
}

const running = new Set()

/** Ends the programs that `run` waits for. */
export function endRuns() {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a program and answers its exit code and all that it wrote. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    running.add(child)
    child.once('exit', () => running.delete(child))
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }))
  })
}

/**
 * Installs the lockfile's versions, developers' packages too: the build needs them, also under NODE_ENV=production.
 * Not `npm ci`: a registry that lacks one platform's optional binaries leaves them out of a lockfile, and `npm ci` then
 * refuses on every platform.
 */
export async function installPackages() {
  const [command, args] = npmCommand()
  const { code, output } = await run(
    command,
    [...args, 'install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
    { shell: process.platform === 'win32' && command === 'npm' },
  )
  if (code !== 0) {
    const end = output.trim().split('\n').slice(-30).join('\n')
    throw new Refusal(
      `npm install 失败（退出码 ${code}）。请检查网络与 npm 镜像后重试。\nnpm install failed (exit code ${code}). Check the network and npm's registry, then try again.\n\n${end}`,
    )
  }
  fs.writeFileSync(mark, lockHash())
}
