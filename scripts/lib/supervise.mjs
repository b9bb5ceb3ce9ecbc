import { spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { root } from './paths.mjs'
import { delay } from './processes.mjs'
import { say } from './steps.mjs'

const attached = pathToFileURL(fileURLToPath(new URL('./attached.mjs', import.meta.url))).href

const GRACE_MS = 25_000
const LONGEST_PAUSE_MS = 30_000
const WELL_AFTER_MS = 60_000

const seen = (child) => child.exitCode !== null || child.signalCode !== null

/** Starts one of our programs; `ended` answers its exit code. */
export function start(args, env) {
  const child = spawn(process.execPath, ['--import', attached, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      say(error.message)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 0 : 1)))
  })
  return { child, ended }
}

/** Asks a program to end, and ends it when it does not within its time. */
export async function stop({ child, ended }) {
  if (seen(child)) return
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await ended
  clearTimeout(late)
}

/** Keeps a program running: when it dies it starts again, each time after a longer pause. */
export function keep(name, args, env) {
  let stopping = false
  let current = null
  let wake = () => {}
  const loop = (async () => {
    for (let pause = 1000; !stopping; ) {
      const began = Date.now()
      current = start(args, env)
      const code = await current.ended
      if (stopping) return
      if (Date.now() - began > WELL_AFTER_MS) pause = 1000
      say(`${name} ended with ${code}; starting again in ${pause / 1000} s`)
      await Promise.race([delay(pause), new Promise((resolve) => (wake = resolve))])
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  })()
  return async () => {
    stopping = true
    wake()
    if (current) await stop(current)
    await loop
  }
}
