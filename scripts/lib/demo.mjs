import path from 'node:path'
import { run } from './install.mjs'
import { root } from './paths.mjs'
import { withClient } from './postgres-roles.mjs'
import { Refusal } from './steps.mjs'

export const DEMO_PASSWORD = 'Linzhi-demo-2026'

const ROLES = {
  'street-admin': '街道物业办负责人',
  'street-staff': '街道工作人员',
  dispatcher: '红色物业指挥室调度',
  'community-staff': '社区工作人员',
  'grid-member': '网格员',
  captain: '楼栋长',
  'zone-lead': '片区领队',
  worker: '队员',
  resident: '居民',
  auditor: '纪检（只读）',
}

const LOADING = 'linzhi demo: loading'
const LOADED = 'linzhi demo: loaded'

/** The state stands in the database itself, so that a demo cut off half-way is finished at the next start. */
const stateOf = async (client) =>
  (
    await client.query(
      `SELECT shobj_description(oid, 'pg_database') AS state FROM pg_database WHERE datname = current_database()`,
    )
  ).rows[0].state

const setState = async (client, state) => {
  const { rows } = await client.query('SELECT current_database() AS name')
  await client.query(
    `COMMENT ON DATABASE ${client.escapeIdentifier(rows[0].name)} IS ${client.escapeLiteral(state)}`,
  )
}

/** Whether the embedded database is empty, or holds a demo that was not finished. */
export const needsDemo = (ownerUrl) =>
  withClient(ownerUrl, async (client) => {
    if ((await stateOf(client)) === LOADING) return true
    return !(await client.query('SELECT EXISTS (SELECT FROM street) AS filled')).rows[0].filled
  })

async function street(args, env) {
  const { code, output } = await run(process.execPath, [path.join(root, 'dist', 'street.mjs'), ...args], {
    env: { ...process.env, ...env },
  })
  if (code !== 0) {
    const end = output.trim().split('\n').slice(-30).join('\n')
    throw new Refusal(`演示数据未能载入。The demo street could not be loaded (street ${args[0]}).\n\n${end}`)
  }
}

/** Imports the demo street's registers and makes its accounts; repeating it changes nothing. */
export async function loadDemo(ownerUrl, env) {
  await withClient(ownerUrl, (client) => setState(client, LOADING))
  const registers = path.join(root, 'demo', 'luotang')
  await street(['import', registers, '--code', '321204001', '--name', '罗塘街道', '--json'], env)
  await street(['demo'], env)
  await withClient(ownerUrl, (client) => setState(client, LOADED))
}

/** The demo accounts that exist, in the order of the roles; none where there are no such tables yet. */
export async function demoAccounts(url) {
  const names = await withClient(url, async (client) => {
    const { rows } = await client.query('SELECT username FROM account WHERE demo')
    return new Set(rows.map((row) => row.username))
  }).catch((error) => {
    if (error.code === '42P01' || error.code === '42703') return new Set()
    throw error
  })
  return Object.entries(ROLES)
    .filter(([username]) => names.has(username))
    .map(([username, role]) => ({ username, role }))
}
