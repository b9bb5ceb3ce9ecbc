import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The secret that signs cookies: from the environment, else made once and kept in the data directory. */
export function sessionSecret(directory) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  const file = path.join(directory, 'nextauth-secret')
  fs.mkdirSync(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const made = `${file}.${process.pid}`
  fs.writeFileSync(made, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    fs.linkSync(made, file)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(made)
  }
  return fs.readFileSync(file, 'utf8').trim()
}
