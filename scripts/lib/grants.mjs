import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

/** What a report never sees: who may sign in and by what, Party membership, wages, answers kept for repeats, and what holds copies of any of them. */
const HIDDEN_FROM_REPORTS = [
  'account',
  'session',
  'one_time_code',
  'idempotency_key',
  'party_membership',
  'worker_wage',
  'import',
  'import_file',
  'import_change',
  'import_rejection',
  'outbox_message',
  'api_key',
  'request_track',
  'request_photo',
  'log_entry',
  'log_photo',
  'visit_rhythm',
  'mediation',
  'mediation_seat',
  'mediation_party',
  'mediation_meeting',
  'mediation_agreement',
  'mediation_signature',
  'election_objection',
  'material_movement',
  'visit',
  'visit_promise',
  'consultation',
  'demand_evidence',
  'questionnaire',
  'answer_code',
  'resident',
  'phone_code',
  'household_member',
  'household_invitation',
  'opinion',
  'opinion_box_round',
]

/** Tables into which the app may only add. */
export function appendOnlyTables(base = root) {
  const file = path.join(base, 'prisma', 'append-only.json')
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : []
}

const list = (client, names) => names.map((name) => client.escapeIdentifier(name)).join(', ')

async function grantApp(client, role, tables) {
  const name = client.escapeIdentifier(role)
  const closed = new Set(['_prisma_migrations', ...appendOnlyTables()])
  const missing = appendOnlyTables().filter((table) => !tables.includes(table))
  if (missing.length)
    throw new Error(`prisma/append-only.json names tables that do not exist: ${missing.join(', ')}`)
  const open = tables.filter((table) => !closed.has(table))
  const addOnly = tables.filter((table) => closed.has(table) && table !== '_prisma_migrations')
  await client.query(`
    GRANT USAGE ON SCHEMA public, graphile_worker TO ${name};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name};
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${name};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${name};
    ${open.length ? `GRANT INSERT, UPDATE, DELETE ON ${list(client, open)} TO ${name};` : ''}
    ${addOnly.length ? `GRANT INSERT ON ${list(client, addOnly)} TO ${name};` : ''}
  `)
  // The queue's tables have row security switched on: without a policy the app would see an empty queue.
  const { rows } = await client.query(`
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity`)
  for (const { relname } of rows) {
    const table = `graphile_worker.${client.escapeIdentifier(relname)}`
    await client.query(`
      DROP POLICY IF EXISTS app_runs_jobs ON ${table};
      CREATE POLICY app_runs_jobs ON ${table} TO ${name} USING (true) WITH CHECK (true);
    `)
  }
}

async function grantReport(client, role, tables) {
  const name = client.escapeIdentifier(role)
  const visible = tables.filter(
    (table) => !HIDDEN_FROM_REPORTS.includes(table) && !table.startsWith('_prisma'),
  )
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${name};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name};
    ${visible.length ? `GRANT SELECT ON ${list(client, visible)} TO ${name};` : ''}
  `)
}

/** Gives each lesser role what it needs and no more, in one transaction, over again without harm. */
export async function grantRoles(client, { app, report }) {
  const { rows } = await client.query(`
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY relname`)
  const tables = rows.map((row) => row.relname)
  await client.query('BEGIN')
  try {
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC').catch((error) => {
      throw new Error(`The migrating role must own the schema public: ${error.message}`)
    })
    if (app) await grantApp(client, app, tables)
    if (report) await grantReport(client, report, tables)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
