import { ok, type Result, refuse } from '@/core/result'
import { env } from '@/env'

/** The query as scalars; a name given twice becomes a list, which strict schemas of scalars refuse. */
export function queryOf(request: Request): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    query[name] = name in query ? [query[name], value] : value
  }
  return query
}

const MAX_DEPTH = 12

/** NUL reaches PostgreSQL as an error and depth exhausts the stack: neither is anything a form sends. */
function isTame(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\u0000')
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_DEPTH) return false
  return Object.entries(value).every(([key, inner]) => !key.includes('\u0000') && isTame(inner, depth + 1))
}

/** The JSON body, bounded in bytes and depth, read as it comes. */
export async function bodyOf(
  request: Request,
  maxBytes: number,
): Promise<Result<{ json: unknown; text: string }, 'wrong-content-type' | 'too-large' | 'malformed'>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return refuse('wrong-content-type')
  const bytes = await boundedBytes(request, maxBytes)
  if (!bytes) return refuse('too-large')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const json: unknown = JSON.parse(text)
    return isTame(json) ? ok({ json, text }) : refuse('malformed')
  } catch {
    return refuse('malformed')
  }
}

/** A file as the body, bounded in bytes, read as it comes. */
export async function bytesOf(
  request: Request,
  maxBytes: number,
): Promise<Result<Uint8Array, 'wrong-content-type' | 'too-large'>> {
  if (!/^application\/octet-stream\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return refuse('wrong-content-type')
  const bytes = await boundedBytes(request, maxBytes)
  return bytes ? ok(bytes) : refuse('too-large')
}

/** All bytes of the body, or null when there are more than the limit. */
export async function boundedBytes(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A write that carries a cookie must come from one of our own pages; without an Origin nobody vouches for that. */
export function sameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.headers.get('host') || origin === new URL(env().NEXTAUTH_URL).origin
}
