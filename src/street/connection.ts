import pg from 'pg'
import { env } from '@/env'

/** A connection for work that takes its time, as the owner of the tables where the owner's address is known. */
export async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: env().DATABASE_OWNER_URL ?? env().DATABASE_URL,
    application_name: 'linzhi-street',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SET statement_timeout = 0')
    await client.query('SET idle_in_transaction_session_timeout = 0')
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
