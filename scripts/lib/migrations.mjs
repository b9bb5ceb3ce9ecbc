import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

/** The schema as of a migration lies beside its SQL; not *.prisma, which Prisma would read as part of the schema. */
const SNAPSHOT = 'schema.txt'

const folderOf = (base) => path.join(base, 'prisma', 'migrations')

/** The Prisma schema's files, sorted, as the engine takes them. */
export function readSchema(base = root) {
  const folder = path.join(base, 'prisma')
  const models = path.join(folder, 'models')
  const names = fs.existsSync(models) ? fs.readdirSync(models).sort() : []
  const files = [
    'schema.prisma',
    ...names.filter((name) => name.endsWith('.prisma')).map((name) => `models/${name}`),
  ]
  return files.map((name) => ({ path: name, content: fs.readFileSync(path.join(folder, name), 'utf8') }))
}

/** The names of the migrations, oldest first. */
export function migrationNames(base = root) {
  const folder = folderOf(base)
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
}

/** The migrations with their SQL in the form the schema engine takes. */
export function readMigrations(base = root) {
  const folder = folderOf(base)
  const lockfile = path.join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: fs.existsSync(lockfile) ? fs.readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(base).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/** The schema as the last migration left it, or null before the first. */
export function lastSnapshot(base = root) {
  const last = migrationNames(base).at(-1)
  if (!last) return null
  const file = path.join(folderOf(base), last, SNAPSHOT)
  if (!fs.existsSync(file))
    throw new Error(`${path.relative(base, file)} is missing: the next migration starts from it.`)
  return [{ path: 'schema.prisma', content: fs.readFileSync(file, 'utf8') }]
}

/** Writes a migration and the schema that it leads to; answers its folder. */
export function writeMigration(name, sql, schema, base = root) {
  const folder = folderOf(base)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const own = path.join(folder, `${stamp}_${name.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}`)
  fs.mkdirSync(own, { recursive: true })
  fs.writeFileSync(path.join(own, 'migration.sql'), sql)
  fs.writeFileSync(
    path.join(own, SNAPSHOT),
    schema
      .map((file) => file.content.trimEnd())
      .join('\n\n')
      .concat('\n'),
  )
  fs.writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return own
}
