import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { surveyKey } from '../analysis/schema'
import { addCode, changeCode, endCode, giveCode, giveSuggested, takeCode } from './commands'
import { findCode, findCoded, listCodes, listTexts } from './queries'
import {
  codeChanges,
  codeFilter,
  codeKey,
  codeVersion,
  coding,
  newCode,
  suggestedCoding,
  textFilter,
} from './schema'

const SINGLE = 'surveys.single' as const

export const getSurveyTexts = endpoint({
  method: 'GET',
  path: '/surveys/{id}/texts',
  summary:
    'What a campaign’s households answered in free words, with the words of the codebook that were given or suggest themselves',
  allow: SINGLE,
  params: surveyKey,
  query: textFilter,
  limit: perPrincipal('texts-read', 300, 600),
  run: async (act, { params, query }) => {
    const campaign = await findCoded(act, params.id)
    return campaign ? ok(await listTexts(act, campaign, query)) : refuse('not-found')
  },
})

export const postSurveyCoding = endpoint({
  method: 'POST',
  path: '/surveys/{id}/codings',
  summary: 'Give a word of the codebook to answers, and to all that say the same',
  allow: SINGLE,
  params: surveyKey,
  body: coding,
  idempotent: true,
  run: (act, { params, body }) => giveCode(act, params.id, body),
})

export const postSurveyCodingRemoval = endpoint({
  method: 'POST',
  path: '/surveys/{id}/codings/removal',
  summary: 'Take a word of the codebook from answers, and from all that say the same',
  allow: SINGLE,
  params: surveyKey,
  body: coding,
  idempotent: true,
  run: (act, { params, body }) => takeCode(act, params.id, body),
})

export const postSuggestedCoding = endpoint({
  method: 'POST',
  path: '/surveys/{id}/codings/suggested',
  summary: 'Give a word of the codebook to every answer that suggests it',
  allow: SINGLE,
  params: surveyKey,
  body: suggestedCoding,
  idempotent: true,
  transactionMilliseconds: 20_000,
  run: (act, { params, body }) => giveSuggested(act, params.id, body),
})

export const getSurveyCodes = endpoint({
  method: 'GET',
  path: '/survey-codes',
  summary: 'The codebook of free answers, a page at a time',
  allow: SINGLE,
  query: codeFilter,
  run: async (act, { query }) => ok(await listCodes(act, query)),
})

export const getSurveyCode = endpoint({
  method: 'GET',
  path: '/survey-codes/{id}',
  summary: 'One word of the codebook',
  allow: SINGLE,
  params: codeKey,
  run: async (act, { params }) => {
    const code = await findCode(act, params.id)
    return code ? ok(code) : refuse('not-found')
  },
})

export const postSurveyCode = endpoint({
  method: 'POST',
  path: '/survey-codes',
  summary: 'Add a word to the codebook',
  allow: SINGLE,
  body: newCode,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addCode(act, body),
})

export const patchSurveyCode = endpoint({
  method: 'PATCH',
  path: '/survey-codes/{id}',
  summary: 'Change a word of the codebook, as of the version that was read',
  allow: SINGLE,
  params: codeKey,
  body: codeChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCode(act, params.id, body),
})

export const postSurveyCodeEnd = endpoint({
  method: 'POST',
  path: '/survey-codes/{id}/end',
  summary: 'Take a word of the codebook out of use',
  allow: SINGLE,
  params: codeKey,
  body: codeVersion,
  idempotent: true,
  run: (act, { params, body }) => endCode(act, params.id, body.version),
})
