import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { pool } from './db'
import type { Principal } from './principal'

/** So many calls in so many seconds, counted per address or per principal. */
export type Limit = { name: string; points: number; seconds: number; per: 'address' | 'principal' }

export const perAddress = (name: string, points: number, seconds: number): Limit => ({
  name,
  points,
  seconds,
  per: 'address',
})
export const perPrincipal = (name: string, points: number, seconds: number): Limit => ({
  name,
  points,
  seconds,
  per: 'principal',
})

const limiters = new Map<string, RateLimiterPostgres>()

/** A counter in the database, so that several servers count together. */
export function limiterFor(
  name: string,
  points: number,
  seconds: number,
  blockSeconds = 0,
): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
    blockDuration: blockSeconds,
  })
  limiters.set(name, limiter)
  return limiter
}

/** The client's address as the server saw it on the socket, or through its trusted proxies. */
export const addressOf = (headers: Headers): string => headers.get('x-linzhi-address') ?? 'unknown'

/** Counts one call; false means too many. */
export async function consume(limit: Limit, request: Request, principal: Principal | null): Promise<boolean> {
  const key = limit.per === 'principal' && principal ? principal.accountId : addressOf(request.headers)
  return takePoint(limiterFor(limit.name, limit.points, limit.seconds), key)
}

/** Takes a point of the key's; a fault of the database is thrown, being over the limit is false. */
export async function takePoint(limiter: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (over) {
    if (over instanceof Error) throw over
    return false
  }
}
