import path from 'node:path'
import { lastSnapshot, readSchema, writeMigration } from './lib/migrations.mjs'
import { root } from './lib/paths.mjs'
import { diffSchemas } from './lib/schema-engine.mjs'

const [name] = process.argv.slice(2)
if (!name) {
  console.error(
    'npm run db:diff <name>      writes the next migration\nnpm run db:diff -- --check  tells whether one is missing',
  )
  process.exit(2)
}
try {
  const schema = readSchema()
  const sql = await diffSchemas(lastSnapshot(), schema)
  if (!sql.trim()) {
    console.log('The schema and the last migration agree.')
  } else if (name === '--check') {
    console.error(`The schema has changes without a migration (npm run db:diff <name>):\n\n${sql}`)
    process.exitCode = 1
  } else {
    const folder = writeMigration(name, sql, schema)
    console.log(
      `Wrote ${path.relative(root, folder)}. Read it, and append what Prisma cannot say (triggers, exclusions).`,
    )
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
