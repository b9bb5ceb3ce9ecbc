import { addDays, dayOf, startOf } from '@/core/instants'
import { hearing } from './announcements'

/** A whole answer that is served from memory until its street changes. */
export type KeptDocument = { status: number; headers: Record<string, string>; body: Buffer }

type Entry = KeptDocument & { streetId: string; until: number }

const REGISTERED = Symbol.for('linzhi.documents')
const CHANNEL = 'linzhi_sheets'
const MOST_KEPT = 5_000
const MAX_AGE_MS = 60_000

/**
 * Documents in memory, dropped as soon as the database announces that their street has changed.
 * While nobody listens to the database nothing is kept and nothing is served from here.
 */
class Documents {
  private readonly kept = new Map<string, Entry>()
  private readonly changes = new Map<string, number>()
  private isListening = false
  private isStarted = false

  /** What the server asks before it enters the app. */
  lookup(url: string): KeptDocument | null {
    const entry = this.kept.get(url)
    if (!entry || !this.isListening) return null
    if (entry.until > Date.now()) return entry
    this.kept.delete(url)
    return null
  }

  /** To be taken before a document is read from the database, and handed in with it. */
  stamp(streetId: string): number {
    this.listen()
    return this.changes.get(streetId) ?? 0
  }

  /** Keeps a document, unless its street has changed since it began to be made. */
  keep(url: string, streetId: string, stamp: number, document: KeptDocument, now: Date): void {
    if (!this.isListening || stamp !== (this.changes.get(streetId) ?? 0)) return
    if (this.kept.size >= MOST_KEPT) {
      const oldest = this.kept.keys().next().value
      if (oldest !== undefined) this.kept.delete(oldest)
    }
    const midnight = startOf(addDays(dayOf(now), 1)).getTime()
    this.kept.set(url, { ...document, streetId, until: Math.min(now.getTime() + MAX_AGE_MS, midnight) })
  }

  private forget(streetId: string): void {
    this.changes.set(streetId, (this.changes.get(streetId) ?? 0) + 1)
    for (const [url, entry] of this.kept) if (entry.streetId === streetId) this.kept.delete(url)
  }

  private stop(): void {
    this.isListening = false
    this.kept.clear()
  }

  private listen(): void {
    if (this.isStarted) return
    this.isStarted = true
    hearing(CHANNEL, {
      said: (streetId) => this.forget(streetId),
      begun: () => {
        this.kept.clear()
        this.isListening = true
      },
      lost: () => this.stop(),
    })
  }
}

const shared = globalThis as { [REGISTERED]?: Documents }

/** The process's documents; the server before the app finds them under their symbol. */
export function documents(): Documents {
  shared[REGISTERED] ??= new Documents()
  return shared[REGISTERED]
}
