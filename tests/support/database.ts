import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'

export type TestDatabase = {
  name: string
  /** Addresses by role; `superuser` is for what only a test does, as killing a connection. */
  urls: { superuser: string; owner: string; app: string; report: string }
  drop: () => Promise<void>
}

/** A database of one's own, copied from the migrated template: nothing another test does is seen in it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { superuser, template, passwords } = inject('databaseServer')
  const name = `linzhi_test_${randomBytes(6).toString('hex')}`
  await withClient(superuser, (client) =>
    client.query(`CREATE DATABASE ${name} OWNER linzhi_owner TEMPLATE ${template}`),
  )
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
    name,
    urls: {
      superuser: urlOf(),
      owner: urlOf('linzhi_owner'),
      app: urlOf('linzhi_app'),
      report: urlOf('linzhi_report'),
    },
    drop: async () => {
      await withClient(superuser, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}
