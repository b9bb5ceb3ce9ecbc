import { createHmac, randomBytes } from 'node:crypto'
import { type Day, dayOf } from '@/core/instants'

const MOST_KEYS = 20_000

type Count = { points: number; until: number }

/**
 * So many calls in so many seconds of one address, counted in this process's memory alone: a counter's row would keep the
 * minute of each call. The key's salt is made anew each day, so that nothing of one day can be found again on the next.
 */
export class NamelessLimit {
  private day: Day = ''
  private salt = randomBytes(32)
  private readonly counts = new Map<string, Count>()

  constructor(
    private readonly points: number,
    private readonly seconds: number,
  ) {}

  /** What an address is counted under today. */
  keyOf(address: string, now: Date): string {
    const day = dayOf(now)
    if (day !== this.day) {
      this.day = day
      this.salt = randomBytes(32)
      this.counts.clear()
    }
    return createHmac('sha256', this.salt).update(address).digest('base64url')
  }

  /** Counts one call; false means too many. */
  take(address: string, now: Date): boolean {
    const key = this.keyOf(address, now)
    const known = this.counts.get(key)
    const count =
      known && known.until > now.getTime()
        ? known
        : { points: this.points, until: now.getTime() + this.seconds * 1_000 }
    if (count.points === 0) return false
    count.points -= 1
    this.counts.delete(key)
    this.counts.set(key, count)
    if (this.counts.size > MOST_KEYS) this.counts.delete(this.counts.keys().next().value ?? '')
    return true
  }
}
