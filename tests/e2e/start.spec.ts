import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, request, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'

const root = path.resolve(import.meta.dirname, '../..')
const port = Number(process.env.BROWSER_PORT || 3217) + 1
const address = `http://127.0.0.1:${port}`

type Started = { child: ChildProcess; ended: Promise<number | null>; said: () => string }

/** `npm start` with a data directory of its own, in a process group that can be ended as a whole. */
function start(directory: string): Started {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: directory, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return {
    child,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    said: () => output,
  }
}

const isReady = () =>
  fetch(`${address}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
const untilReady = () => expect.poll(isReady, { timeout: 120_000 }).toBe(true)

/** The web server and all else of the start's group, without a chance to tidy up. */
const killHard = ({ child }: Started) => child.pid && process.kill(-child.pid, 'SIGKILL')

test('killed hard in the middle of 200 repeats of one write, it starts again by itself and has written once', async () => {
  test.setTimeout(240_000)
  const directory = mkdtempSync(path.join(tmpdir(), 'linzhi-start-'))
  let running = start(directory)
  try {
    await untilReady()
    const second = start(directory)
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain('Already running')

    const office = await request.newContext({ baseURL: address })
    await signInAs({ request: office }, 'street-staff')
    const add = () =>
      office.post('/api/v1/providers', {
        headers: { Origin: address, 'Idempotency-Key': 'killed-in-the-middle' },
        data: {
          category: '修锁',
          name: '只此一家',
          offers: null,
          contactName: null,
          phone: null,
          address: null,
          fee: 'paid',
          hoursText: null,
          longitude: null,
          latitude: null,
        },
      })
    const repeats = Array.from({ length: 200 }, () =>
      add()
        .then((answer) => answer.status())
        .catch(() => 0),
    )
    const first = await Promise.race(repeats)
    expect(first).toBe(201)
    killHard(running)
    const statuses = new Set(await Promise.all(repeats))
    expect(statuses).toContain(0)

    running = start(directory)
    await untilReady()
    expect((await add()).status()).toBe(201)
    const found = await office.get('/api/v1/providers?q=只此一家')
    expect((await found.json()).total).toBe(1)
    const compounds = await office.get('/api/v1/compounds')
    expect((await compounds.json()).total).toBe(81)

    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(await isReady()).toBe(false)
  } finally {
    if (running.child.exitCode === null) killHard(running)
    rmSync(directory, { recursive: true, force: true })
  }
})
