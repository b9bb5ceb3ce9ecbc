import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { findSurvey } from '../campaigns/queries'
import { surveyKey } from '../campaigns/schema'
import { issueSurvey } from './commands'
import { issuePlaces, listQuestionnaires } from './queries'
import { newIssue, placeSearch, questionnaireFilter } from './schema'

export const getSurveyPlaces = endpoint({
  method: 'GET',
  path: '/surveys/places',
  summary: 'Compounds and buildings that questionnaires can be issued to, by name or pinyin',
  allow: 'surveys.write',
  query: placeSearch,
  run: async (act, { query }) => ok(await issuePlaces(act, query.q)),
})

export const postSurveyIssue = endpoint({
  method: 'POST',
  path: '/surveys/{id}/issues',
  summary: 'Issue a campaign to every household of compounds and buildings that has no questionnaire yet',
  allow: 'surveys.write',
  params: surveyKey,
  body: newIssue,
  idempotent: true,
  transactionMilliseconds: 20_000,
  run: (act, { params, body }) => issueSurvey(act, params.id, body),
})

export const getSurveyQuestionnaires = endpoint({
  method: 'GET',
  path: '/surveys/{id}/questionnaires',
  summary: 'The questionnaires of a campaign by door, with their state and who visits; no answers',
  allow: 'surveys.answers',
  params: surveyKey,
  query: questionnaireFilter,
  run: async (act, { params, query }) => {
    const survey = await findSurvey(act, params.id, 'surveys.answers')
    return survey ? ok(await listQuestionnaires(act, params.id, query)) : refuse('not-found')
  },
})
