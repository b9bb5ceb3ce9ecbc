import { deploy } from './lib/migrate.mjs'
import { dataDirectory } from './lib/paths.mjs'

const env = process.env
let database
try {
  if (!env.DATABASE_URL && !env.DATABASE_OWNER_URL) {
    const { openDatabase } = await import('./lib/postgres.mjs')
    database = await openDatabase(dataDirectory())
  }
  const urls = database?.urls ?? {
    owner: env.DATABASE_OWNER_URL || env.DATABASE_URL,
    app: env.DATABASE_URL,
    report: env.DATABASE_REPORT_URL,
  }
  const applied = await deploy(urls, (note) => console.error(`note: ${note}`))
  for (const name of applied) console.log(`applied ${name}`)
  console.log(applied.length ? `${applied.length} migrations applied.` : 'The database is current.')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  await database?.close()
}
// The schema engine leaves a timer of ten seconds behind.
process.exit()
