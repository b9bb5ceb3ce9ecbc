import type { z } from 'zod'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from './act'
import { type FileAnswer, fileResponse, isFile, replay } from './answers'
import { type ApiError, answerError, answerFault, fieldWords } from './api-error'
import { auditCount, recordAudit } from './audit'
import { db } from './db'
import { claimKey, type KeptAnswer, keyOwner, replayOf, storeAnswer } from './idempotency'
import { type Locale, localeFrom } from './locale'
import { log } from './log'
import type { Permission } from './permissions'
import { holds, type Principal } from './principal'
import { consume, type Limit, perPrincipal } from './rate-limit'
import { REFUSALS, type Refusal } from './refusals'
import { bodyOf, bytesOf, queryOf, sameOrigin } from './request-body'
import { bearerOf, keyPrincipalOf, principalOf, sessionCookieOf } from './session'

type Shape = z.ZodType | undefined
type Output<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

export type Declaration = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  /** One of several permissions is enough; `signed-in` is anybody with a session, whatever the role; `anyone` needs no account (see open-endpoint). */
  allow: Permission | readonly Permission[] | 'signed-in' | 'anyone'
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  answer?: z.ZodType | 'file'
  status?: number
  limit?: Limit
  idempotent?: boolean
  /** A write that does no harm when it is done again, and whose answer must not be kept, such as a revealed number. */
  repeatable?: true
  /** A write that keeps no row and no line of who called and when, for what must stay nameless; what is denied is recorded all the same. */
  traceless?: true
  maxBodyBytes?: number
  /** Takes a file's bytes in place of JSON, at most so many; they are read only after the permission is known. */
  bytes?: () => number
  /** How long the one transaction may take where it is known to be long; else it lives under a second. */
  transactionMilliseconds?: number
}

export type Handler = ((request: Request, context: { params: Promise<unknown> }) => Promise<Response>) & {
  declaration: Declaration
}

type Input<P extends Shape, Q extends Shape, B extends Shape> = {
  params: Output<P>
  query: Output<Q>
  body: Output<B>
  /** Empty unless the operation takes bytes. */
  bytes: Uint8Array
  /** The reader's language, for what is answered as a file; all else is worded by who shows it. */
  locale: Locale
}

type Options<P extends Shape, Q extends Shape, B extends Shape, A, R extends Refusal, T> = Omit<
  Declaration,
  'params' | 'query' | 'body'
> & {
  params?: P
  query?: Q
  body?: B
  /** Slow work that must not hold a transaction, such as hashing; its outcome is handed to `run`. */
  prepare?: (principal: Principal, input: Input<P, Q, B>) => Promise<T>
  run: (act: Act, input: Input<P, Q, B>, prepared: T) => Promise<Result<A, R>>
  /** Adds what may be answered but must not be kept with the answer, such as a secret; a repeat gets it too. */
  complete?: (answer: A) => unknown
}

/** Declares one HTTP operation. Principal, origin, permission, parse, replay, rate, slow work, one transaction, status: in this order. */
export function endpoint<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  A = unknown,
  R extends Refusal = Refusal,
  T = undefined,
>(options: Options<P, Q, B, A, R, T>): Handler {
  const { run, prepare, complete, ...declaration } = options
  const operation = `${declaration.method} ${declaration.path}`
  const writes = declaration.method !== 'GET'

  const answer = async (request: Request, context: { params: Promise<unknown> }, requestId: string) => {
    const now = new Date()
    const locale = localeFrom(cookieOf(request, 'locale'), request.headers.get('accept-language'))
    const deny = (refusal: Refusal, fields?: ApiError['fields']) =>
      answerError(refusal, locale, requestId, fields)

    const params = await context.params
    const read = await rawInput(declaration, request, params)
    if (!read.ok) return deny(read.refusal)
    const { bodyText, ...raw } = read.value

    const key = bearerOf(request)
    // A key is never sent by a browser of itself, so that its calls need no look at where they come from.
    const cookie = key ? null : sessionCookieOf(request)
    const principal = key ? await keyPrincipalOf(key, now) : cookie ? await principalOf(cookie, now) : null
    if (writes && cookie && !sameOrigin(request)) {
      if (principal) await auditDenied(request, principal, operation, requestId, now, 'bad-origin')
      return deny('bad-origin')
    }
    if (!principal) return deny('not-signed-in')
    if (!isAllowed(principal, declaration.allow)) {
      await auditDenied(request, principal, operation, requestId, now)
      return deny(principal.mustSetUpTotp ? 'second-factor-required' : 'forbidden')
    }

    // Who may not call learns nothing of the shape that would be right.
    const parsed = parseInput(declaration, raw, locale)
    if (!parsed.ok) return deny(parsed.refusal, parsed.fields)
    const file = await fileOf(declaration, request)
    if (!file.ok) return deny(file.refusal)
    const input = { ...parsed.value, bytes: file.value, locale } as Input<P, Q, B>

    const repeated = declaration.idempotent ? request.headers.get('idempotency-key') : null
    if (repeated !== null && !/^[\x21-\x7e]{8,200}$/.test(repeated))
      return deny('malformed', { 'Idempotency-Key': refusalHint })
    const claim =
      repeated === null
        ? null
        : keyOwner(
            principal,
            operation,
            repeated,
            JSON.stringify(params ?? null) + new URL(request.url).search + bodyText,
          )
    if (claim) {
      const kept = await replayOf(db(), claim)
      if (kept) return replay(kept, locale, requestId, complete)
    }
    if (declaration.limit && !(await consume(declaration.limit, request, principal)))
      return deny('too-many-requests')

    const prepared = (await prepare?.(principal, input)) as T
    const outcome = async (act: Act): Promise<KeptAnswer | FileAnswer> => {
      if (claim && !(await claimKey(act, claim))) {
        const kept = await replayOf(act.tx, claim)
        return kept ?? { status: 503, body: { refusal: 'unavailable' } }
      }
      const result = await run(act, input, prepared)
      if (writes && !declaration.traceless && auditCount(act) === 0)
        await recordAudit(act, { action: operation, outcome: result.ok ? 'done' : 'refused' })
      if (result.ok && isFile(result.value)) return result.value
      const kept: KeptAnswer = result.ok
        ? { status: declaration.status ?? 200, body: result.value ?? null }
        : { status: REFUSALS[result.refusal], body: { refusal: result.refusal, fields: result.fields } }
      if (claim) await storeAnswer(act, claim, kept)
      return kept
    }
    const reader = { tx: db(), principal, now, requestId }
    const kept = writes
      ? await db().$transaction(
          (tx) => outcome({ tx, principal, now, requestId }),
          declaration.transactionMilliseconds ? { timeout: declaration.transactionMilliseconds } : {},
        )
      : await outcome(reader)
    return isFile(kept) ? fileResponse(kept) : replay(kept, locale, requestId, complete)
  }

  const handle = async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
    try {
      return await answer(request, context, requestId)
    } catch (fault) {
      const locale = localeFrom(cookieOf(request, 'locale'), request.headers.get('accept-language'))
      if (!declaration.traceless) log.error('operation failed', { requestId, operation, fault })
      return answerFault(fault, locale, requestId)
    }
  }
  return Object.assign(handle, { declaration })
}

type Raw = { params: unknown; query: unknown; body: unknown }

/** The three parts of a request as they came, bounded, not yet checked. */
export async function rawInput(
  declaration: Declaration,
  request: Request,
  params: unknown,
): Promise<Result<Raw & { bodyText: string }, Refusal>> {
  const query = declaration.query ? queryOf(request) : undefined
  if (!declaration.body) return ok({ params, query, body: undefined, bodyText: '' })
  const body = await bodyOf(request, declaration.maxBodyBytes ?? 100_000)
  return body.ok
    ? ok({ params, query, body: body.value.json, bodyText: body.value.text })
    : refuse(body.refusal)
}

const fileOf = async (declaration: Declaration, request: Request): Promise<Result<Uint8Array, Refusal>> =>
  declaration.bytes ? bytesOf(request, declaration.bytes()) : ok(new Uint8Array())

/** The parts that the declaration names, checked; a path that cannot be right is one that does not exist. */
export function parseInput(
  declaration: Declaration,
  raw: Raw,
  locale: Locale,
): Result<Record<string, unknown>, 'not-found' | 'invalid'> {
  const input: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = declaration[part]
    if (!schema) continue
    const parsed = schema.safeParse(raw[part], { reportInput: true })
    if (parsed.success) input[part] = parsed.data
    else if (part === 'params') return refuse('not-found')
    else return refuse('invalid', fieldWords(parsed.error, locale))
  }
  return ok(input)
}

function isAllowed(principal: Principal, allow: Declaration['allow']): boolean {
  if (allow === 'signed-in') return principal.only === undefined
  return allow !== 'anyone' && [allow].flat().some((permission) => holds(principal, permission))
}

const refusalHint = '8–200 ASCII'

export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** The trail is kept for ever: past so many refusals in ten minutes it is known that somebody tries doors. */
const DENIALS = perPrincipal('denied', 200, 600)

async function auditDenied(
  request: Request,
  principal: Principal,
  operation: string,
  requestId: string,
  now: Date,
  reason?: string,
): Promise<void> {
  if (!(await consume(DENIALS, request, principal))) return
  await recordAudit(
    { tx: db(), principal, now, requestId },
    { action: operation, outcome: 'denied', ...(reason ? { reason } : {}) },
  )
}
