import { type ApiError, answerError } from './api-error'
import type { KeptAnswer } from './idempotency'
import type { Locale } from './locale'
import type { Refusal } from './refusals'

/** A file as an answer: its name, type and bytes. With a content policy it is a document that the browser shows. */
export type FileAnswer = { file: { name: string; type: string; bytes: Uint8Array; policy?: string } }

export const isFile = (value: unknown): value is FileAnswer =>
  typeof value === 'object' && value !== null && 'file' in value

/** An answer as it was kept, worded anew; `complete` adds what must not be kept with it. */
export function replay<A>(
  kept: KeptAnswer,
  locale: Locale,
  requestId: string,
  complete: (answer: A) => unknown = (answer) => answer,
): Response {
  if (kept.status >= 400) {
    const { refusal, fields } = kept.body as { refusal: Refusal; fields?: ApiError['fields'] }
    return answerError(refusal, locale, requestId, fields)
  }
  if (kept.status === 204) return new Response(null, { status: 204 })
  return Response.json(complete(kept.body as A), {
    status: kept.status,
    headers: { 'Cache-Control': 'no-store' },
  })
}

export function fileResponse({ file }: FileAnswer): Response {
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${file.policy ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      ...(file.policy ? { 'Content-Security-Policy': file.policy, 'X-Content-Type-Options': 'nosniff' } : {}),
      'Cache-Control': 'no-store',
    },
  })
}
