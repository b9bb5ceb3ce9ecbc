import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const DEMO_LOCK = 7_204_001

export type TestDatabase = {
  name: string
  /** Addresses by role; `superuser` is for what only a test does, as killing a connection. */
  urls: { superuser: string; owner: string; app: string; report: string }
  drop: () => Promise<void>
}

function urlsOf(name: string): TestDatabase['urls'] {
  const { superuser, passwords } = inject('databaseServer')
  const urlOf = (role?: string) => {
    const url = new URL(superuser)
    if (role) {
      url.username = role
      url.password = passwords[role] ?? ''
    }
    url.pathname = `/${name}`
    return url.href
  }
  return {
    superuser: urlOf(),
    owner: urlOf('linzhi_owner'),
    app: urlOf('linzhi_app'),
    report: urlOf('linzhi_report'),
  }
}

async function copyOf(template: string): Promise<TestDatabase> {
  const { superuser } = inject('databaseServer')
  const name = `linzhi_test_${randomBytes(6).toString('hex')}`
  await withClient(superuser, (client) =>
    client.query(`CREATE DATABASE ${name} OWNER linzhi_owner TEMPLATE ${template}`),
  )
  return {
    name,
    urls: urlsOf(name),
    drop: async () => {
      await withClient(superuser, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

/** A database of one's own, copied from the migrated template: nothing another test does is seen in it. */
export const createTestDatabase = (): Promise<TestDatabase> => copyOf(inject('databaseServer').template)

/** A database of one's own that holds the furnished demo street; the first test that asks has it imported, the others copy. */
export async function createDemoDatabase(): Promise<TestDatabase> {
  const { superuser, template } = inject('databaseServer')
  const demo = `${template}_demo`
  return withClient(superuser, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [DEMO_LOCK])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [demo])
    if (rowCount === 0) {
      const half = `${demo}_half`
      await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`)
      await client.query(`CREATE DATABASE ${half} OWNER linzhi_owner TEMPLATE ${template}`)
      const registers = path.join(root, 'demo', 'luotang')
      await street(urlsOf(half).app, ['import', registers, '--code', '321204001', '--name', '罗塘街道'])
      await street(urlsOf(half).app, ['demo'])
      await client.query(`ALTER DATABASE ${half} RENAME TO ${demo}`)
    }
    return copyOf(demo)
  })
}

export const TEST_SECRET = 'x'.repeat(32)

/** The office's command line, as it is bundled; answers what it printed. */
export async function street(
  url: string,
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    DATABASE_URL: url,
    NEXTAUTH_SECRET: TEST_SECRET,
    ...more,
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(root, 'dist', 'street.mjs'), ...args],
    { cwd: root, env, maxBuffer: 20_000_000 },
  )
  return stdout
}
