import pg from 'pg'
import { env } from '@/env'
import { log } from './log'

/** What somebody does with what a channel says; while nobody can hear, whatever was said is missed. */
export type Listener = {
  said: (payload: string) => void
  begun?: () => void
  lost?: () => void
}

type Channel = { listeners: Set<Listener>; isOpen: boolean }

const KEY = Symbol.for('linzhi.announcements')
const shared = globalThis as { [KEY]?: Map<string, Channel> }
const AGAIN_MS = 2_000
const PROBE_MS = 15_000

/** Hears what the database announces on a channel, over one connection per process and channel; returns how to stop. */
export function hearing(name: string, listener: Listener): () => void {
  shared[KEY] ??= new Map()
  const known = shared[KEY].get(name)
  const channel = known ?? { listeners: new Set<Listener>(), isOpen: false }
  channel.listeners.add(listener)
  if (channel.isOpen) listener.begun?.()
  if (!known) {
    shared[KEY].set(name, channel)
    void connect(name, channel)
  }
  return () => {
    channel.listeners.delete(listener)
  }
}

/** Keeps a connection of its own, since a pooled one would be lost to the others; a lost one is made again while somebody listens. */
async function connect(name: string, channel: Channel): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'linzhi-announcements',
    keepAlive: true,
    query_timeout: 5_000,
  })
  let isLost = false
  const lost = () => {
    if (isLost) return
    isLost = true
    channel.isOpen = false
    for (const listener of channel.listeners) listener.lost?.()
    client.end().catch(() => undefined)
    if (channel.listeners.size === 0) shared[KEY]?.delete(name)
    else setTimeout(() => void connect(name, channel), AGAIN_MS).unref()
  }
  client.on('error', lost)
  client.on('end', lost)
  client.on('notification', ({ payload }) => {
    for (const listener of channel.listeners) listener.said(payload ?? '')
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(name)}`)
    channel.isOpen = true
    for (const listener of channel.listeners) listener.begun?.()
    // A connection that died in silence hears nothing: it is asked now and then.
    const probe = setInterval(() => {
      if (isLost) clearInterval(probe)
      else client.query('SELECT 1').catch(lost)
    }, PROBE_MS)
    probe.unref()
  } catch (fault) {
    log.warn('announcements are not heard', { code: name, fault })
    lost()
  }
}
