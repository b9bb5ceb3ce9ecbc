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

/** Declares an operation that needs no account; it always has a limit per address, and its command writes its own audit. */
export function openEndpoint<B extends z.ZodType, A, R extends Refusal, T = undefined>(
  options: Omit<Declaration, 'allow' | 'body' | 'limit'> & {
    body: B
    limit: Limit
    /** Slow work that must not hold a transaction, such as hashing; its outcome is handed to `run`. */
    prepare?: (body: z.output<B>) => Promise<T>
    run: (act: OpenAct, body: z.output<B>, prepared: T) => Promise<Result<A, R>>
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
      const body = input.value.body as z.output<B>
      const prepared = (await prepare?.(body)) as T
      const result = await db().$transaction((tx) => run({ tx, now: new Date(), requestId }, body, prepared))
      if (!result.ok) return answerError(result.refusal, locale, requestId, result.fields)
      return Response.json(result.value ?? null, { headers: { 'Cache-Control': 'no-store' } })
    } catch (fault) {
      log.error('operation failed', { requestId, operation: declaration.path, fault })
      return answerFault(fault, locale, requestId)
    }
  }
  return Object.assign(handle, { declaration })
}
