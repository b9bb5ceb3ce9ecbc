import type { z } from 'zod'
import type { Result } from '@/core/result'
import { answerError, answerFault } from './api-error'
import { db, type Tx } from './db'
import { cookieOf, type Declaration, type Handler, parseInput, rawInput } from './endpoint'
import { localeFrom } from './locale'
import { log } from './log'
import { consume, type Limit } from './rate-limit'
import type { Refusal } from './refusals'

/** What an operation without an account knows of the world. */
export type OpenAct = { tx: Tx; now: Date; requestId: string }

type Shape = z.ZodType | undefined
type Output<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

/** Declares an operation that needs no account; it always has a limit per address, and its command writes its own audit. */
export function openEndpoint<
  B extends Shape = undefined,
  A = unknown,
  R extends Refusal = Refusal,
  T = undefined,
  P extends Shape = undefined,
  Q extends Shape = undefined,
>(
  options: Omit<Declaration, 'allow' | 'params' | 'query' | 'body' | 'limit'> & {
    params?: P
    query?: Q
    body?: B
    limit: Limit
    /** Slow work that must not hold a transaction, such as hashing; its outcome is handed to `run`. */
    prepare?: (body: Output<B>) => Promise<T>
    run: (
      act: OpenAct,
      body: Output<B>,
      prepared: T,
      address: { params: Output<P>; query: Output<Q> },
    ) => Promise<Result<A, R>>
  },
): Handler {
  const { run, prepare, ...rest } = options
  const declaration: Declaration = { ...rest, allow: 'anyone' }
  const handle = async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
    const locale = localeFrom(cookieOf(request, 'locale'), request.headers.get('accept-language'))
    try {
      const raw = await rawInput(declaration, request, await context.params)
      if (!raw.ok) return answerError(raw.refusal, locale, requestId)
      const input = parseInput(declaration, raw.value, locale)
      if (!input.ok) return answerError(input.refusal, locale, requestId, input.fields)
      if (!(await consume(options.limit, request, null)))
        return answerError('too-many-requests', locale, requestId)
      const body = input.value.body as Output<B>
      const address = input.value as { params: Output<P>; query: Output<Q> }
      const prepared = (await prepare?.(body)) as T
      const act = { now: new Date(), requestId }
      const result =
        declaration.method === 'GET'
          ? await run({ tx: db(), ...act }, body, prepared, address)
          : await db().$transaction((tx) => run({ tx, ...act }, body, prepared, address))
      if (!result.ok) return answerError(result.refusal, locale, requestId, result.fields)
      return Response.json(result.value ?? null, {
        status: declaration.status ?? 200,
        headers: { 'Cache-Control': 'no-store' },
      })
    } catch (fault) {
      log.error('operation failed', { requestId, operation: declaration.path, fault })
      return answerFault(fault, locale, requestId)
    }
  }
  return Object.assign(handle, { declaration })
}
