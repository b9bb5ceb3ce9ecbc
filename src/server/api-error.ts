import type { z } from 'zod'
import en from '@/messages/en/field-errors.json'
import zh from '@/messages/zh-CN/field-errors.json'
import { type Locale, localeFrom } from './locale'
import { REFUSALS, type Refusal, wordsFor } from './refusals'

/** What every operation answers when it says no. */
export type ApiError = { code: string; message: string; requestId: string; fields?: Record<string, string> }

/** Fields that a command refused by name, in the reader's language; words stay as they are. */
const inWords = (fields: Record<string, string>, locale: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, why]) => [
      field,
      why in REFUSALS ? wordsFor(why as Refusal, locale) : why in zh ? WORDS[locale][why as Word] : why,
    ]),
  )

export function answerError(
  refusal: Refusal,
  locale: Locale,
  requestId: string,
  fields?: Record<string, string>,
): Response {
  const status = REFUSALS[refusal]
  const body: ApiError = {
    code: refusal,
    message: wordsFor(refusal, locale),
    requestId,
    ...(fields ? { fields: inWords(fields, locale) } : {}),
  }
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' }
  if (status === 429 || status === 503) headers['Retry-After'] = '5'
  return Response.json(body, { status, headers })
}

/** The database's way of saying what a check before the write could not see: a race that was lost. */
const BY_SQLSTATE: Record<string, Refusal> = {
  '23505': 'already-exists',
  '23P01': 'overlapping-term',
  '23503': 'still-in-use',
}

/** Constraints whose breach has a refusal of its own. */
const BY_CONSTRAINT: Record<string, Refusal> = {
  captain_building_one_at_a_time: 'building-has-captain',
  zone_lead_one_at_a_time: 'zone-has-lead',
}

function constraintOf(fault: unknown): Refusal | undefined {
  const words =
    JSON.stringify(fault, ['meta', 'driverAdapterError', 'cause', 'originalMessage', 'message']) ?? ''
  return Object.entries(BY_CONSTRAINT).find(([name]) => words.includes(name))?.[1]
}

function sqlStateOf(fault: unknown): string | null {
  if (typeof fault !== 'object' || fault === null) return null
  const seen = fault as {
    code?: unknown
    meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } }
    cause?: unknown
  }
  const original = seen.meta?.driverAdapterError?.cause?.originalCode
  if (typeof original === 'string') return original
  if (seen.code === 'P2002') return '23505'
  if (seen.code === 'P2003') return '23503'
  if (typeof seen.code === 'string' && /^[0-9A-Z]{5}$/.test(seen.code) && !seen.code.startsWith('P'))
    return seen.code
  return seen.cause === undefined ? null : sqlStateOf(seen.cause)
}

/** An unexpected fault: a lost race is a conflict, everything else is “try again later”. */
export function answerFault(fault: unknown, locale: Locale, requestId: string): Response {
  const state = sqlStateOf(fault) ?? ''
  const refusal = (state === '23P01' && constraintOf(fault)) || (BY_SQLSTATE[state] ?? 'unavailable')
  return answerError(refusal, locale, requestId)
}

type Word = keyof typeof zh
const WORDS: Record<Locale, Record<Word, string>> = { 'zh-CN': zh, en }

function wordOf(issue: z.core.$ZodIssue): { word: Word; limit?: number | bigint } {
  switch (issue.code) {
    case 'invalid_type':
      return { word: issue.input === undefined ? 'required' : 'wrong-type' }
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? { word: 'required' }
        : { word: issue.origin === 'number' ? 'at-least' : 'too-short', limit: issue.minimum }
    case 'too_big':
      return { word: issue.origin === 'number' ? 'at-most' : 'too-long', limit: issue.maximum }
    case 'unrecognized_keys':
      return { word: 'unknown-field' }
    case 'invalid_value':
      return { word: 'not-a-choice' }
    case 'custom':
      return { word: issue.message in zh ? (issue.message as Word) : 'not-right' }
    default:
      return { word: 'not-right' }
  }
}

/** Field → words, in the reader's language, for what did not parse. */
export function fieldWords(error: z.ZodError, locale: Locale): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues.slice(0, 50)) {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
    const name = path.map(String).join('.').slice(0, 80) || 'body'
    const { word, limit } = wordOf(issue)
    fields[name] ??= WORDS[locale][word].replace('{limit}', String(limit ?? ''))
  }
  return fields
}

/** What an address below /api answers that is none: in the same form as every other refusal. */
export function notThere(request: Request): Response {
  const chosen = /(?:^|;\s*)locale=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const locale = localeFrom(chosen, request.headers.get('accept-language'))
  return answerError('not-found', locale, request.headers.get('x-request-id') ?? crypto.randomUUID())
}
