import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const bootId = readOr('/proc/sys/kernel/random/boot_id', '').trim()

function readOr(file, otherwise) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

const ps = (pid, column) =>
  (spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim()

/** Whether a process with this number exists, also one of another user; a zombie no longer counts. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return !/^\d+ \(.*\) Z/s.test(readOr(`/proc/${pid}/stat`, ''))
}

/** When a process started, as an opaque text: two processes that had the same number differ in it. */
export function startOf(pid) {
  const stat = readOr(`/proc/${pid}/stat`, '')
  if (stat) return `${bootId}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  return process.platform === 'win32' ? '' : ps(pid, 'lstart')
}

/** The command line of a process, or an empty text when it cannot be read. */
export function commandOf(pid) {
  const line = readOr(`/proc/${pid}/cmdline`, '')
  if (line) return line.replaceAll('\0', ' ')
  return process.platform === 'win32' ? '' : ps(pid, 'command')
}

/** What names this very process, for a lock that must not outlive it. */
export const self = () => ({ pid: process.pid, start: startOf(process.pid) })

/** Whether the process that `self()` described is still there: a reused number does not count. */
export const isAlive = ({ pid, start }) =>
  Number.isInteger(pid) && isRunning(pid) && (!start || startOf(pid) === start)

export const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until the process is gone; false when it outlived the time. */
export async function hasEnded(pid, ms) {
  for (const end = Date.now() + ms; isRunning(pid); await delay(25)) if (Date.now() > end) return false
  return true
}
