import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { changeSurvey, createSurvey, finishSurvey, startSurvey, writeQuestions } from './commands'
import { findSurvey, listSurveys } from './queries'
import { formChanges, newSurvey, surveyChanges, surveyFilter, surveyKey, surveyVersion } from './schema'

export const getSurveys = endpoint({
  method: 'GET',
  path: '/surveys',
  summary: 'Survey campaigns with what was issued and returned in the scope, a page at a time',
  allow: 'surveys.read',
  query: surveyFilter,
  run: async (act, { query }) => ok(await listSurveys(act, query)),
})

export const getSurvey = endpoint({
  method: 'GET',
  path: '/surveys/{id}',
  summary: 'One campaign with the questions of each version of its form',
  allow: 'surveys.read',
  params: surveyKey,
  run: async (act, { params }) => {
    const survey = await findSurvey(act, params.id, 'surveys.read')
    return survey ? ok(survey) : refuse('not-found')
  },
})

export const postSurvey = endpoint({
  method: 'POST',
  path: '/surveys',
  summary: 'Open a campaign as a draft, also with the questions of another one',
  allow: 'surveys.write',
  body: newSurvey,
  status: 201,
  idempotent: true,
  run: (act, { body }) => createSurvey(act, body),
})

export const patchSurvey = endpoint({
  method: 'PATCH',
  path: '/surveys/{id}',
  summary: 'Mend the name, words and term of a campaign',
  allow: 'surveys.write',
  params: surveyKey,
  body: surveyChanges,
  idempotent: true,
  run: (act, { params, body }) => changeSurvey(act, params.id, body),
})

export const postSurveyQuestions = endpoint({
  method: 'POST',
  path: '/surveys/{id}/questions',
  summary: 'Write the questions of a campaign; once somebody has answered, as a new version of the form',
  allow: 'surveys.write',
  params: surveyKey,
  body: formChanges,
  maxBodyBytes: 400_000,
  idempotent: true,
  run: (act, { params, body }) => writeQuestions(act, params.id, body),
})

export const postSurveyStart = endpoint({
  method: 'POST',
  path: '/surveys/{id}/start',
  summary: 'Start a campaign: from now on it can be answered',
  allow: 'surveys.write',
  params: surveyKey,
  body: surveyVersion,
  idempotent: true,
  run: (act, { params, body }) => startSurvey(act, params.id, body.version),
})

export const postSurveyFinish = endpoint({
  method: 'POST',
  path: '/surveys/{id}/finish',
  summary: 'End a campaign: nobody answers it any more',
  allow: 'surveys.write',
  params: surveyKey,
  body: surveyVersion,
  idempotent: true,
  run: (act, { params, body }) => finishSurvey(act, params.id, body.version),
})
