import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/env'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'

/** What a command writes through: the transaction that it was handed. */
export type Tx = Prisma.TransactionClient

type Held = { pool: pg.Pool; db: PrismaClient }

const KEY = Symbol.for('linzhi.database')
const shared = globalThis as { [KEY]?: Held }

function open(): Held {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 10_000,
    application_name: 'linzhi',
    options: '-c statement_timeout=15000 -c lock_timeout=8000 -c idle_in_transaction_session_timeout=30000',
  })
  // An idle connection that the server closes must not end the process; the next query reports the fault.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 15_000, timeout: 10_000 },
  })
  return { pool, db }
}

function held(): Held {
  shared[KEY] ??= open()
  return shared[KEY]
}

export const db = (): PrismaClient => held().db
export const pool = (): pg.Pool => held().pool

export async function closeDatabase(): Promise<void> {
  const open = shared[KEY]
  if (!open) return
  delete shared[KEY]
  await open.db.$disconnect()
  await open.pool.end()
}
