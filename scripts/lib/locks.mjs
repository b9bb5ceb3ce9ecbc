import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { delay, isAlive, self } from './processes.mjs'

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const aside = (file) => `${file}.${process.pid}.${randomBytes(4).toString('hex')}`

/** Who holds the lock, or null: a holder that was killed holds nothing. */
export function holderOf(file) {
  const holder = read(file)
  return holder && isAlive(holder) ? holder : null
}

/**
 * Takes the lock if nobody alive holds it, and answers how to give it back, or null.
 * The file appears with its content in one step (link), so nobody ever reads half a lock.
 */
export function tryLock(file, notes = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const mine = aside(file)
  fs.writeFileSync(mine, JSON.stringify({ ...self(), ...notes }), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        fs.linkSync(mine, file)
        return () => {
          const holder = read(file)
          if (holder?.pid === process.pid) fs.rmSync(file, { force: true })
        }
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
      }
      if (holderOf(file)) return null
      removeStale(file)
    }
    return null
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/** Moves a dead holder's lock away; when another took it over meanwhile, gives theirs back. */
function removeStale(file) {
  const moved = aside(file)
  try {
    fs.renameSync(file, moved)
    if (holderOf(moved)) fs.linkSync(moved, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(moved, { force: true })
  }
}

/** Runs the work while holding the lock, waiting for whoever holds it now. */
export async function withLock(file, work, ms = 120_000) {
  const end = Date.now() + ms
  let release = tryLock(file)
  while (!release) {
    if (Date.now() > end) throw new Error(`${file} is held by process ${holderOf(file)?.pid}`)
    await delay(50)
    release = tryLock(file)
  }
  try {
    return await work()
  } finally {
    release()
  }
}
