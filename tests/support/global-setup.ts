import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { deploy } from '../../scripts/lib/migrate.mjs'
import { type OpenDatabase, openDatabase } from '../../scripts/lib/postgres.mjs'
import { provisionRoles, roleNames, withClient } from '../../scripts/lib/postgres-roles.mjs'
import { alone, prepareBundles } from '../../scripts/lib/prepare.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: { superuser: string; template: string; passwords: Record<string, string> }
  }
}

async function openServer(): Promise<Pick<OpenDatabase, 'close'> & { superuser: string }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { superuser: given, close: async () => {} }
  const directory = await mkdtemp(path.join(tmpdir(), 'linzhi-test-'))
  const database = await openDatabase(directory, { durable: false })
  const close = async () => {
    await database.close()
    await rm(directory, { recursive: true, force: true })
  }
  return { superuser: database.urls.superuser, close }
}

/**
 * One throw-away PostgreSQL for the whole run (or the server of TEST_DATABASE_URL, whose user may make roles and
 * databases), with a migrated template in it that each test file copies.
 */
export default async function setup(project: TestProject) {
  await alone(prepareBundles)
  const server = await openServer()
  const passwords = Object.fromEntries(roleNames.map((role) => [role, randomBytes(18).toString('base64url')]))
  const template = `linzhi_template_${process.pid}_${Date.now()}`
  await provisionRoles(server.superuser, passwords)
  await withClient(server.superuser, (client) =>
    client.query(`CREATE DATABASE ${template} OWNER linzhi_owner TEMPLATE template0`),
  )
  const owner = new URL(server.superuser)
  owner.username = 'linzhi_owner'
  owner.password = passwords.linzhi_owner ?? ''
  owner.pathname = `/${template}`
  await deploy({ owner: owner.href })
  project.provide('databaseServer', { superuser: server.superuser, template, passwords })
  return async () => {
    if (process.env.TEST_DATABASE_URL) {
      for (const name of [`${template}_demo`, template])
        await withClient(server.superuser, (client) =>
          client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
        )
    }
    await server.close()
  }
}
