import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { LinkButton } from '@/ui/link-button'

type Election = {
  id: string
  version: number
  kind: 'vote' | 'appointment'
  state: string
  isRipe: boolean
  publicityDays: number
  outcome: { won: boolean } | null
  objections: readonly { state: string }[]
  nominees: readonly { withdrawnOn: Date | null }[]
}

/** What can be done next at this step. */
export function ElectionSteps({ election, today }: { election: Election; today: string }) {
  const t = useTranslations('elections')
  const { id, version, kind, state, outcome } = election
  const page = `/office/elections/${id}`
  const api = `/api/v1/elections/${id}`
  const date = (name: string, label: string) => ({
    name,
    label,
    type: 'date' as const,
    value: today,
    required: true,
  })
  const settled = election.objections.every((objection) => objection.state !== 'open')
  return (
    <>
      {state === 'nominating' && (
        <>
          <LinkButton href={`${page}/nominees`} kind="primary" icon="plus">
            {t('nominate')}
          </LinkButton>
          {kind === 'vote' && election.nominees.some(({ withdrawnOn }) => !withdrawnOn) && (
            <ActionButton
              trigger={t('openVoting')}
              title={t('openVotingTitle')}
              why={t('openVotingWhy')}
              confirm={t('openVoting')}
              action={`${api}/voting`}
              body={{ version }}
              asks={[date('votingFrom', t('fields.votingFrom')), date('votingTo', t('fields.votingTo'))]}
            />
          )}
          <LinkButton href={`${page}/edit`}>{t('edit')}</LinkButton>
        </>
      )}
      {state === 'voting' && (
        <ActionButton
          trigger={t('closeVoting')}
          triggerKind="primary"
          title={t('closeVotingTitle')}
          why={t('closeVotingWhy')}
          confirm={t('closeVoting')}
          action={`${api}/counting`}
          body={{ version }}
        />
      )}
      {state === 'counting' && (
        <>
          <LinkButton href={`${page}/count`} {...(outcome ? {} : { kind: 'primary' as const })}>
            {t(outcome ? 'countAgain' : 'count')}
          </LinkButton>
          {outcome?.won && (
            <ActionButton
              trigger={t('publish')}
              triggerKind="primary"
              title={t('publishTitle')}
              why={t('proposeWhy', { days: election.publicityDays })}
              confirm={t('publish')}
              action={`${api}/publicity`}
              body={{ version }}
              asks={[date('publicFrom', t('publicFrom'))]}
            />
          )}
        </>
      )}
      {state === 'publicity' && (
        <>
          {election.isRipe && settled && (
            <LinkButton href={`${page}/appointment`} kind="primary">
              {t('appoint')}
            </LinkButton>
          )}
          <LinkButton href={`${page}/objections`}>{t('objection')}</LinkButton>
        </>
      )}
      {(['failed', 'cancelled'] as const).map((end) => (
        <ActionButton
          key={end}
          trigger={t(end === 'failed' ? 'fail' : 'call-off')}
          triggerKind="quiet"
          title={t(end === 'failed' ? 'failTitle' : 'cancelTitle')}
          why={t(end === 'failed' ? 'failWhy' : 'cancelWhy')}
          confirm={t(end === 'failed' ? 'fail' : 'call-off')}
          danger
          action={`${api}/end`}
          body={{ version, outcome: end }}
          asks={[{ name: 'reason', label: t('reason'), type: 'text', required: true }]}
        />
      ))}
    </>
  )
}
