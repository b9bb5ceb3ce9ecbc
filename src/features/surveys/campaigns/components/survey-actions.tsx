import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { DocumentLink } from '@/ui/document-link'
import { LinkButton } from '@/ui/link-button'
import type { SurveyDetail } from '../queries'

/** What can be done with a campaign in its state, by whoever reads it. */
export function SurveyActions({
  survey: { id, version, state, form },
  writes,
  answers,
  analyses,
  issued,
}: {
  survey: SurveyDetail
  writes: boolean
  answers: boolean
  analyses: boolean
  issued: number
}) {
  const t = useTranslations('surveys')
  const locale = useLocale()
  const path = `/office/surveys/${id}`
  const action = `/api/v1/surveys/${id}`
  const hasQuestions = (form?.questions.length ?? 0) > 0
  return (
    <>
      {answers && issued > 0 && (
        <LinkButton href={`${path}/questionnaires`} icon="list">
          {t('openList')}
        </LinkButton>
      )}
      {analyses && state !== 'draft' && <LinkButton href={`${path}/analysis`}>{t('analysis')}</LinkButton>}
      {answers && state === 'running' && issued > 0 && (
        <>
          <LinkButton href={`${path}/typing`}>{t('typeIn')}</LinkButton>
          <LinkButton href="/captain/surveys">{t('onPhone')}</LinkButton>
        </>
      )}
      {writes && state !== 'finished' && (
        <>
          <LinkButton href={`${path}/edit`}>{t('edit')}</LinkButton>
          <LinkButton href={`${path}/questions`} kind={hasQuestions ? 'secondary' : 'primary'}>
            {t('writeQuestions')}
          </LinkButton>
          {hasQuestions && <LinkButton href={`${path}/issue`}>{t('issue')}</LinkButton>}
        </>
      )}
      {writes && state !== 'finished' && issued > 0 && (
        <DocumentLink href={`${action}/paper?lang=${locale}`}>{t('paper')}</DocumentLink>
      )}
      {writes && state === 'draft' && hasQuestions && (
        <ActionButton
          trigger={t('start')}
          triggerKind="primary"
          title={t('start')}
          why={t('startWhy')}
          confirm={t('start')}
          action={`${action}/start`}
          body={{ version }}
        />
      )}
      {writes && state === 'running' && (
        <ActionButton
          trigger={t('finish')}
          title={t('finish')}
          why={t('finishWhy')}
          confirm={t('finish')}
          danger
          action={`${action}/finish`}
          body={{ version }}
        />
      )}
    </>
  )
}
