import pg from 'pg'
import { env } from '@/env'
import { log } from './log'

type Listener = (payload: string) => void

const KEY = Symbol.for('linzhi.announcements')
const shared = globalThis as { [KEY]?: Map<string, Set<Listener>> }
const AGAIN_MS = 3_000

/** Hears what the database announces on a channel, over one connection per process and channel; returns how to stop. */
export function hearing(channel: string, listener: Listener): () => void {
  shared[KEY] ??= new Map()
  const channels = shared[KEY]
  const listeners = channels.get(channel) ?? new Set()
  listeners.add(listener)
  if (!channels.has(channel)) {
    channels.set(channel, listeners)
    void connect(channel, listeners)
  }
  return () => {
    listeners.delete(listener)
  }
}

/** Keeps a connection of its own, since a pooled one would be lost to the others; a lost one is made again while somebody listens. */
async function connect(channel: string, listeners: Set<Listener>): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'linzhi-announcements',
  })
  let isLost = false
  const lost = () => {
    if (isLost) return
    isLost = true
    client.end().catch(() => {})
    if (listeners.size === 0) shared[KEY]?.delete(channel)
    else setTimeout(() => void connect(channel, listeners), AGAIN_MS).unref()
  }
  client.on('error', lost)
  client.on('end', lost)
  client.on('notification', ({ payload }) => {
    for (const listener of listeners) listener(payload ?? '')
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
  } catch (fault) {
    log.warn(`no announcements of ${channel} for now`, { fault })
    lost()
  }
}
