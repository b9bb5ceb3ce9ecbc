import pg from 'pg'

/** Timeouts stand with the role, so that they hold whatever connects. */
const ROLES = {
  linzhi_owner: {},
  linzhi_app: {
    statement_timeout: '15s',
    lock_timeout: '5s',
    idle_in_transaction_session_timeout: '30s',
  },
  linzhi_report: {
    statement_timeout: '60s',
    lock_timeout: '5s',
    idle_in_transaction_session_timeout: '30s',
    default_transaction_read_only: 'on',
  },
}

export const roleNames = Object.keys(ROLES)

/** Connects, runs the work and disconnects, whatever happens. */
export async function withClient(url, work, ms = 10_000) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ms })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes the three roles where they are missing, and gives them their passwords and timeouts. */
export async function provisionRoles(superuserUrl, passwords) {
  await withClient(superuserUrl, async (client) => {
    const literal = (text) => client.escapeLiteral(text)
    const known = await client.query('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [roleNames])
    const names = new Set(known.rows.map((row) => row.rolname))
    for (const [name, settings] of Object.entries(ROLES)) {
      const verb = names.has(name) ? 'ALTER' : 'CREATE'
      await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${literal(passwords[name])}`)
      for (const [setting, value] of Object.entries(settings)) {
        await client.query(`ALTER ROLE ${name} SET ${setting} = ${literal(value)}`)
      }
    }
  })
}

/** Makes the roles and the database that belongs to the owner, where they are missing. */
export async function provision(superuserUrl, passwords) {
  await provisionRoles(superuserUrl, passwords)
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'linzhi'")
    if (!rowCount) await client.query('CREATE DATABASE linzhi OWNER linzhi_owner TEMPLATE template0')
    await client.query('REVOKE ALL ON DATABASE linzhi FROM PUBLIC')
    await client.query('GRANT CONNECT ON DATABASE linzhi TO linzhi_app, linzhi_report')
  })
}
