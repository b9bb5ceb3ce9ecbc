import { formatDate } from '@/core/instants'
import { ok, refuse } from '@/core/result'
import type surveys from '@/messages/zh-CN/surveys.json'
import { endpoint } from '@/server/endpoint'
import { loadMessages } from '@/server/messages'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { findSurvey } from '../campaigns/queries'
import { surveyKey } from '../campaigns/schema'
import { renderPaper, SURVEY_PAPER_POLICY } from './document'
import { paperSheets } from './queries'
import { paperJob } from './schema'

export const getSurveyPaper = endpoint({
  method: 'GET',
  path: '/surveys/{id}/paper',
  summary: 'Questionnaires on paper as one document to print, at most 400, those not back yet',
  allow: 'surveys.write',
  params: surveyKey,
  query: paperJob,
  answer: 'file',
  limit: perPrincipal('print', 60, 600),
  run: async (act, { params, query }) => {
    const survey = await findSurvey(act, params.id, 'surveys.write')
    if (!survey) return refuse('not-found')
    const { lang: locale } = query
    const [sheets, street, messages] = await Promise.all([
      paperSheets(act, params.id, query),
      act.tx.street.findUniqueOrThrow({ where: { id: act.principal.streetId }, select: { name: true } }),
      loadMessages(locale),
    ])
    const isEnglish = locale === 'en'
    const document = renderPaper(
      {
        street: street.name,
        name: isEnglish ? (survey.nameEn ?? survey.name) : survey.name,
        intro: isEnglish ? (survey.introEn ?? survey.intro) : survey.intro,
        endsOn: survey.endsOn && formatDate(dayFrom(survey.endsOn), locale),
        sheets,
      },
      { locale, words: (messages.surveys as unknown as typeof surveys).onPaper },
    )
    return ok({
      file: {
        name: 'questionnaires.html',
        type: 'text/html; charset=utf-8',
        bytes: Buffer.from(document),
        policy: SURVEY_PAPER_POLICY,
      },
    })
  },
})
