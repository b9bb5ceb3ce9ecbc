import fs from 'node:fs/promises'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
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

/** An engine over one database; `diff` never connects, so it takes an address that does not exist. */
async function openEngine(url = 'postgresql://nobody@127.0.0.1:1/none') {
  loaded ??= loadEngine()
  const Engine = await loaded
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url, max: 2 }))
  return { engine: await Engine.new({ datamodels: undefined }, () => {}, adapter), adapter }
}

const nothingLeftOut = { externalTables: [], externalEnums: [] }

const said = (error) => new Error(String(error?.message ?? error).trim())

/** The SQL that leads from one schema to another; null stands for the empty database. */
export async function diffSchemas(from, to) {
  const { engine } = await openEngine()
  const target = (files) => (files ? { tag: 'schemaDatamodel', files } : { tag: 'empty' })
  try {
    const { stdout } = await engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: nothingLeftOut,
    })
    return /^-- This is an empty migration/m.test(stdout) ? '' : stdout
  } catch (error) {
    throw said(error)
  } finally {
    engine.free()
  }
}

/** Applies what is pending and records it as Prisma does; answers the names of what was applied. */
export async function applyMigrations(url, migrationsList) {
  const { engine } = await openEngine(url)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: nothingLeftOut,
    })
    return appliedMigrationNames
  } catch (error) {
    throw said(error)
  } finally {
    engine.free()
  }
}
