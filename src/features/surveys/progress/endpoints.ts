import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { findSurvey } from '../campaigns/queries'
import { surveyKey } from '../campaigns/schema'
import { progressOf } from './queries'
import { progressFilter } from './schema'

export const getSurveyProgress = endpoint({
  method: 'GET',
  path: '/surveys/{id}/progress',
  summary: 'How far a campaign has come by community, grid or building: counts alone',
  allow: 'surveys.read',
  params: surveyKey,
  query: progressFilter,
  run: async (act, { params, query }) => {
    const survey = await findSurvey(act, params.id, 'surveys.read')
    return survey ? ok(await progressOf(act, params.id, query)) : refuse('not-found')
  },
})
