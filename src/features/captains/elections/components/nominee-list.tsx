import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { MaskedValue } from '@/ui/masked-value'

type Nominee = {
  id: string
  residents: number | null
  organisation: string | null
  votes: number | null
  withdrawnOn: Date | null
  person: { id: string; name: string; maskedPhone: string | null }
}

type Props = {
  election: {
    id: string
    version: number
    kind: 'vote' | 'appointment'
    state: string
    winnerId: string | null
    publicityDays: number
    nominees: readonly Nominee[]
  }
  /** Ids of the people whose number the reader may ask for. */
  reveals: ReadonlySet<string>
  mayWrite: boolean
  today: string
}

/** Who stands, by whom recommended, with how many votes. */
export function NomineeList({ election, reveals, mayWrite, today }: Props) {
  const t = useTranslations('elections')
  const { id: electionId, version, winnerId, kind, state } = election
  if (election.nominees.length === 0) return <p className="text-sm text-ink-soft">{t('nomineesNone')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {election.nominees.map(({ id, person, residents, organisation, votes, withdrawnOn }) => (
        <li key={id} className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
          <span className="font-medium">{person.name}</span>
          {id === winnerId && <Badge tone="good">{t(kind === 'vote' ? 'winner' : 'chosen')}</Badge>}
          {withdrawnOn && <Badge>{t('withdrawn')}</Badge>}
          <span className="text-ink-soft">
            {[organisation, residents === null ? null : t('byResidents', { count: residents })]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {person.maskedPhone && (
            <MaskedValue
              masked={person.maskedPhone}
              label={`${person.name} ${t('fields.phone')}`}
              {...(reveals.has(person.id) ? { revealUrl: `/api/v1/people/${person.id}/contact` } : {})}
            />
          )}
          {votes !== null && <span className="tabular-nums">{t('votesOf', { count: votes })}</span>}
          {mayWrite && state === 'nominating' && !withdrawnOn && (
            <span className="ms-auto flex flex-wrap gap-2">
              {kind === 'appointment' && (
                <ActionButton
                  trigger={t('propose')}
                  triggerKind="primary"
                  title={t('proposeTitle', { name: person.name })}
                  why={t('proposeWhy', { days: election.publicityDays })}
                  confirm={t('propose')}
                  action={`/api/v1/elections/${electionId}/publicity`}
                  body={{ version, nomineeId: id }}
                  asks={[
                    {
                      name: 'publicFrom',
                      label: t('publicFrom'),
                      type: 'date',
                      value: today,
                      required: true,
                    },
                  ]}
                />
              )}
              <ActionButton
                trigger={t('withdraw')}
                triggerKind="quiet"
                title={t('withdrawTitle', { name: person.name })}
                why={t('withdrawWhy')}
                confirm={t('withdraw')}
                danger
                action={`/api/v1/elections/${electionId}/nominees/withdrawal`}
                body={{ version, nomineeId: id }}
                asks={[{ name: 'reason', label: t('reason'), type: 'text', required: true }]}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
