import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { findSurvey } from '../campaigns/queries'
import { surveyKey } from '../campaigns/schema'
import { declineAtDoor, takeAtDoor, typeIn } from './commands'
import { findByNumber, ownSurveys } from './queries'
import { doorAnswers, doorRefusal, numberSearch, typedAnswers } from './schema'

const MOST_BYTES = 200_000

export const getOwnSurveys = endpoint({
  method: 'GET',
  path: '/own-surveys',
  summary: 'What a phone needs to take answers from door to door without a network',
  allow: 'surveys.answers',
  run: async (act) => ok(await ownSurveys(act)),
})

export const postDoorAnswers = endpoint({
  method: 'POST',
  path: '/surveys/{id}/door-answers',
  summary:
    'Keep what a household said at its door, also what a phone kept until now; one answer for each household',
  allow: 'surveys.answers',
  params: surveyKey,
  body: doorAnswers,
  maxBodyBytes: MOST_BYTES,
  idempotent: true,
  limit: perPrincipal('survey-answers', 2_000, 600),
  run: (act, { params, body }) => takeAtDoor(act, params.id, body),
})

export const postDoorRefusal = endpoint({
  method: 'POST',
  path: '/surveys/{id}/door-refusals',
  summary: 'Note that a household does not want to answer',
  allow: 'surveys.answers',
  params: surveyKey,
  body: doorRefusal,
  idempotent: true,
  limit: perPrincipal('survey-answers', 2_000, 600),
  run: (act, { params, body }) => declineAtDoor(act, params.id, body),
})

export const postTypedAnswers = endpoint({
  method: 'POST',
  path: '/surveys/{id}/typed-answers',
  summary: 'Type in a sheet of paper by its number',
  allow: 'surveys.answers',
  params: surveyKey,
  body: typedAnswers,
  maxBodyBytes: MOST_BYTES,
  idempotent: true,
  limit: perPrincipal('survey-answers', 2_000, 600),
  run: (act, { params, body }) => typeIn(act, params.id, body),
})

export const getTypedSheet = endpoint({
  method: 'GET',
  path: '/surveys/{id}/typed-answers',
  summary: 'A sheet by its number, to be typed in: its questions and what was kept so far',
  allow: 'surveys.answers',
  params: surveyKey,
  query: numberSearch,
  run: async (act, { params, query }) => {
    const survey = await findSurvey(act, params.id, 'surveys.answers')
    const sheet = survey && (await findByNumber(act, params.id, query.number))
    return sheet ? ok(sheet) : refuse('not-found')
  },
})
