import en from '@/messages/en/refusals.json'
import zh from '@/messages/zh-CN/refusals.json'
import type { Locale } from './locale'

/** Every way in which an operation says no, with the HTTP status that it answers. */
export const REFUSALS = {
  malformed: 400,
  invalid: 400,
  'bad-origin': 403,
  'not-signed-in': 401,
  forbidden: 403,
  'second-factor-required': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-exists': 409,
  'stale-version': 409,
  'has-ended': 409,
  'still-in-use': 409,
  'building-has-captain': 409,
  'zone-has-lead': 409,
  'no-phone': 409,
  'overlapping-term': 409,
  'not-undoable': 409,
  'undo-expired': 409,
  'job-finished': 409,
  'import-not-ready': 409,
  'import-running': 409,
  'too-many-sheets': 413,
  'too-large': 413,
  'wrong-content-type': 415,
  'unknown-reference': 422,
  'ends-before-start': 422,
  'wrong-level': 422,
  'outside-street-code': 422,
  'other-request-same-key': 422,
  'reason-required': 422,
  'move-not-possible': 409,
  'reopening-expired': 409,
  'own-work': 409,
  'others-too': 409,
  'worker-not-free': 422,
  'until-past': 422,
  'photo-required': 422,
  'too-many-photos': 422,
  'not-a-photo': 422,
  'photo-too-large': 422,
  'merge-into-itself': 422,
  'same-stage': 422,
  'same-stars': 422,
  'may-not-share': 422,
  'nothing-filtered': 422,
  'in-the-future': 422,
  'password-common': 422,
  'password-short': 422,
  'password-wrong': 422,
  'code-wrong': 422,
  'link-expired': 422,
  'own-account': 422,
  'last-admin': 422,
  'unreadable-file': 422,
  'year-not-announced': 422,
  'too-many-requests': 429,
  unavailable: 503,
} as const

export type Refusal = keyof typeof REFUSALS

// A refusal without words in one of the languages does not compile.
const WORDS: Record<Locale, Record<Refusal, string>> = { 'zh-CN': zh, en }

export const wordsFor = (refusal: Refusal, locale: Locale): string => WORDS[locale][refusal]
