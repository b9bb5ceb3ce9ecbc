import { useFormatter, useTranslations } from 'next-intl'
import { DescriptionList } from '@/ui/description-list'

type Election = {
  kind: 'vote' | 'appointment'
  name: string
  community: { name: string }
  termYears: number
  turnoutPercent: number
  winnerPercent: number
  publicityDays: number
  entitled: number | null
  households: number
  votingFrom: Date | null
  votingTo: Date | null
  decidedOn: Date | null
  decision: string | null
}

/** By what an election is decided, and what has been fixed so far. */
export function ElectionRules({ election }: { election: Election }) {
  const t = useTranslations('elections')
  const format = useFormatter()
  const { votingFrom, votingTo, decidedOn } = election
  const day = (date: Date) => format.dateTime(date, 'day')
  const entitled = election.entitled ?? election.households
  return (
    <DescriptionList
      emptyLabel={t('notKnown')}
      items={[
        { term: t('fields.buildings'), value: election.name, wide: true },
        { term: t('fields.kind'), value: t(`kinds.${election.kind}`) },
        { term: t('fields.community'), value: election.community.name },
        ...(election.kind === 'vote'
          ? [
              {
                term: t('fields.entitled'),
                value: entitled > 0 ? t('entitledRule', { count: entitled }) : null,
              },
              {
                term: t('fields.turnoutPercent'),
                value: t('turnoutRule', { percent: election.turnoutPercent }),
              },
              {
                term: t('fields.winnerPercent'),
                value: t('winnerRule', { percent: election.winnerPercent }),
              },
              {
                term: t('fields.votingFrom'),
                value: votingFrom && votingTo && `${day(votingFrom)} – ${day(votingTo)}`,
              },
            ]
          : []),
        { term: t('fields.publicityDays'), value: t('publicityRule', { days: election.publicityDays }) },
        { term: t('fields.termYears'), value: t('termRule', { years: election.termYears }) },
        ...(decidedOn ? [{ term: t('fields.decidedOn'), value: day(decidedOn) }] : []),
        ...(election.decision ? [{ term: t('fields.decision'), value: election.decision, wide: true }] : []),
      ]}
    />
  )
}
