import fs from 'node:fs/promises'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { root } from './paths.mjs'

const folder = path.join(root, 'node_modules', '@prisma', 'schema-engine-wasm')

/** Prisma's schema engine as WebAssembly, instantiated by hand: Node 20 cannot import a .wasm file. */
async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await fs.readFile(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

let loaded

const refuse = async () => {
  throw new Error('There is no database here.')
}

/** The engine asks each database for its schema and version before anything else: this one is all answer. */
const noDatabase = {
  provider: 'postgres',
  adapterName: 'none',
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 15.0', 150_000]],
  }),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: async () => {},
}

const noConnection = {
  provider: 'postgres',
  adapterName: 'none',
  connect: async () => noDatabase,
  connectToShadowDb: async () => noDatabase,
}

/** PrismaPg cuts a script at each semicolon, also inside a trigger's body; sent whole, it is one transaction too. */
function wholeScripts(pool, onFailure) {
  const driver = new PrismaPg(pool)
  const connect = async () => {
    const connection = await driver.connect()
    connection.executeScript = async (script) => {
      await pool.query(script).catch((error) => {
        onFailure(error)
        throw error
      })
    }
    return connection
  }
  return { provider: driver.provider, adapterName: driver.adapterName, connect, connectToShadowDb: connect }
}

async function openEngine(driver) {
  loaded ??= loadEngine()
  const Engine = await loaded
  return await Engine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(driver))
}

/** Asks for the right to make schemas, which a migrating role need not have; `public` is always there. */
const MAKES_PUBLIC = /^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/

const nothingLeftOut = { externalTables: [], externalEnums: [] }

/** The engine's message without the trace of its own insides. */
const said = (error) =>
  new Error(
    String(error?.message ?? error)
      .replace(/\n\s+\d+: \w+::[\s\S]*$/, '')
      .trim(),
  )

/** The SQL that leads from one schema to another; null stands for the empty database. */
export async function diffSchemas(from, to) {
  const engine = await openEngine(noConnection)
  const target = (files) => (files ? { tag: 'schemaDatamodel', files } : { tag: 'empty' })
  try {
    const { stdout } = await engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: nothingLeftOut,
    })
    return /^-- This is an empty migration/m.test(stdout) ? '' : stdout.replace(MAKES_PUBLIC, '')
  } catch (error) {
    throw said(error)
  } finally {
    engine.free()
  }
}

/** Applies what is pending and records it as Prisma does; answers the names of what was applied. */
export async function applyMigrations(url, migrationsList) {
  const pool = new pg.Pool({ connectionString: url, max: 3 })
  let failure
  try {
    const engine = await openEngine(
      wholeScripts(pool, (error) => {
        failure = error
      }),
    )
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: nothingLeftOut,
    })
    return appliedMigrationNames
  } catch (error) {
    throw failure ? new Error(`A migration failed: ${failure.message}`) : said(error)
  } finally {
    await pool.end()
  }
}
