import { useTranslations } from 'next-intl'
import { Alert } from '@/ui/alert'
import { DescriptionList } from '@/ui/description-list'

type Election = {
  cast: number | null
  valid: number | null
  invalid: number | null
  forNobody: number | null
  countedBy: string | null
  outcome: { won: true; winnerId: string } | { won: false; why: 'turnout' | 'majority' | 'tie' } | null
  nominees: readonly { id: string; person: { name: string } }[]
}

/** What was counted, and who is elected by it. */
export function CountPanel({ election }: { election: Election }) {
  const t = useTranslations('elections')
  const { outcome } = election
  if (!outcome) return <p className="text-sm text-ink-soft">{t('countNone')}</p>
  const winner = outcome.won ? election.nominees.find(({ id }) => id === outcome.winnerId) : undefined
  const number = (name: 'cast' | 'valid' | 'invalid' | 'forNobody') => ({
    term: t(`fields.${name}`),
    value: String(election[name] ?? ''),
  })
  return (
    <div className="flex flex-col gap-3">
      <Alert tone={outcome.won ? 'good' : 'warn'}>
        {outcome.won ? t('won', { name: winner?.person.name ?? '' }) : t(`notWon.${outcome.why}`)}
      </Alert>
      <DescriptionList
        emptyLabel={t('notKnown')}
        items={[
          number('cast'),
          number('valid'),
          number('invalid'),
          number('forNobody'),
          { term: t('fields.countedBy'), value: election.countedBy },
        ]}
      />
    </div>
  )
}
