import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { readSchema } from './migrations.mjs'
import { root } from './paths.mjs'

const output = path.join(root, 'src', 'generated', 'prisma')
const mark = path.join(root, 'src', 'generated', 'schema-hash')

function schemaHash() {
  const { version } = JSON.parse(
    fs.readFileSync(path.join(root, 'node_modules', 'prisma', 'package.json'), 'utf8'),
  )
  return createHash('sha256')
    .update(JSON.stringify([version, readSchema()]))
    .digest('hex')
}

/** Whether the generated client is that of the schema as it stands. */
export const isGenerated = () =>
  fs.existsSync(path.join(output, 'client.ts')) &&
  fs.existsSync(mark) &&
  fs.readFileSync(mark, 'utf8') === schemaHash()

/**
 * Generates Prisma's client. Prisma would download a schema engine that generating never runs:
 * naming any program that exists keeps it from reaching for the network.
 */
export function generateClient() {
  const hash = schemaHash()
  fs.rmSync(mark, { force: true })
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  if (status !== 0)
    throw new Error(`prisma generate failed:\n${error?.message ?? `${stdout}\n${stderr}`.trim()}`)
  fs.writeFileSync(mark, hash)
}
