import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { root } from '../scripts/lib/paths.mjs'
import { delay } from '../scripts/lib/processes.mjs'

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Starts the product as `npm start` does and waits until it is ready. */
export async function startProduct(directory) {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: directory,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (;;) {
    if (child.exitCode !== null) throw new Error('The product did not start')
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null)
    if (answer?.ok) break
    await delay(50)
  }
  const { port: databasePort, passwords } = JSON.parse(
    fs.readFileSync(path.join(directory, 'postgres.json'), 'utf8'),
  )
  return {
    address,
    pid: child.pid,
    seconds: (performance.now() - began) / 1000,
    database: {
      host: '127.0.0.1',
      port: databasePort,
      user: 'linzhi_app',
      password: passwords.linzhi_app,
      database: 'linzhi',
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The session cookie of a demo account. */
export async function signIn(address, username) {
  const kept = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const first = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = await first.json()
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: kept(first).join('; ') },
    body: new URLSearchParams({ username, password: 'Linzhi-demo-2026', csrfToken, json: 'true' }),
  })
  const cookies = kept(answer)
  if (!cookies.some((cookie) => cookie.includes('session-token'))) throw new Error('The sign-in failed')
  return cookies.join('; ')
}
