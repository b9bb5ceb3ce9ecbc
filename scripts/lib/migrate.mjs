import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { appendOnlyTables, grantRoles } from './grants.mjs'
import { readMigrations } from './migrations.mjs'
import { root } from './paths.mjs'
import { withClient } from './postgres-roles.mjs'

/** One deploy at a time per database. */
const LOCK = 5_011_203_214
const MARK = 'linzhi deploy '

const userOf = (url) => (url ? decodeURIComponent(new URL(url).username) : '')

const versionOf = (name) =>
  JSON.parse(fs.readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version

function fingerprint(migrations, roles) {
  const own = ['grants.mjs', 'migrate.mjs'].map((name) =>
    fs.readFileSync(path.join(root, 'scripts/lib', name), 'utf8'),
  )
  const all = [migrations.migrationDirectories, appendOnlyTables(), versionOf('graphile-worker'), roles, own]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}

/** The lesser roles that exist here: those that connect by their own address, else those of the embedded database. */
async function findRoles(client, urls, say) {
  const owner = (await client.query('SELECT current_user AS name')).rows[0].name
  const exists = async (name) =>
    (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])).rowCount === 1
  const find = async (what, url, otherwise) => {
    const name = userOf(url) && userOf(url) !== owner ? userOf(url) : otherwise
    if (name !== owner && (await exists(name))) return name
    say(`no role ${name}: ${what}`)
    return null
  }
  return {
    app: await find(
      'the app connects as the owner of its tables and could rewrite its audit (docs/operations.md)',
      urls.app,
      'linzhi_app',
    ),
    report: await find('reports have no role of their own', urls.report, 'linzhi_report'),
  }
}

const currentMark = async (client) => {
  const { rows } = await client.query(
    "SELECT obj_description(to_regnamespace('graphile_worker')::oid, 'pg_namespace') AS mark",
  )
  return rows[0].mark
}

async function pending(client, migrations) {
  const names = migrations.migrationDirectories.map((directory) => directory.path)
  const { rows: tables } = await client.query(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known",
  )
  if (!tables[0].known) return names
  const { rows } = await client.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const done = new Set(rows.map((row) => row.migration_name))
  return names.filter((name) => !done.has(name))
}

/** A migration is one transaction: what failed or was killed left nothing behind and may be tried again. */
async function forgetFailures(client) {
  const { rows } = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known")
  if (!rows[0].known) return
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  )
}

async function installQueue(url) {
  const { runMigrations, Logger } = await import('graphile-worker')
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
}

/**
 * Brings the database to what this code needs: migrations, the job queue's tables, grants.
 * Answers the names of the migrations applied. What is current already costs three small queries.
 */
export async function deploy(urls, say = () => {}) {
  const migrations = readMigrations()
  return await withClient(urls.owner, async (client) => {
    await client.query('SET statement_timeout = 0')
    await client.query('SET idle_in_transaction_session_timeout = 0')
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    const roles = await findRoles(client, urls, say)
    const mark = MARK + fingerprint(migrations, roles)
    const waiting = await pending(client, migrations)
    if (!waiting.length && (await currentMark(client)) === mark) return []
    if (waiting.length) {
      await forgetFailures(client)
      const { applyMigrations } = await import('./schema-engine.mjs')
      await applyMigrations(urls.owner, migrations)
    }
    await installQueue(urls.owner)
    await grantRoles(client, roles)
    await client.query(`COMMENT ON SCHEMA graphile_worker IS ${client.escapeLiteral(mark)}`)
    return waiting
  })
}
