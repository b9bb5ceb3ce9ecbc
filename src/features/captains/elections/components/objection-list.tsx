import { useFormatter, useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'

type Objection = {
  id: string
  state: 'open' | 'upheld' | 'dismissed'
  receivedOn: Date
  objector: string | null
  isNamed: boolean
  words: string
  answer: string | null
  version: number
}

const TONES = { open: 'warn', upheld: 'bad', dismissed: 'neutral' } as const

/** What was said against the choice, and what came of it. */
export function ObjectionList({
  election,
  mayWrite,
}: {
  election: { id: string; state: string; objections: readonly Objection[] }
  mayWrite: boolean
}) {
  const t = useTranslations('elections')
  const format = useFormatter()
  if (election.objections.length === 0) return <p className="text-sm text-ink-soft">{t('objectionsNone')}</p>
  const decide = (objection: Objection, name: 'uphold' | 'dismiss') => (
    <ActionButton
      trigger={t(name)}
      triggerKind={name === 'dismiss' ? 'secondary' : 'quiet'}
      title={t(`${name}Title`)}
      why={t(`${name}Why`)}
      confirm={t(name)}
      danger={name === 'uphold'}
      action={`/api/v1/elections/${election.id}/objections/decision`}
      body={{
        objectionId: objection.id,
        version: objection.version,
        outcome: name === 'uphold' ? 'upheld' : 'dismissed',
      }}
      asks={[{ name: 'answer', label: t('fields.answer'), type: 'text', required: true }]}
    />
  )
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {election.objections.map((objection) => (
        <li key={objection.id} className="flex flex-col gap-1 py-2">
          <span className="flex flex-wrap items-center gap-x-3">
            <Badge tone={TONES[objection.state]}>{t(`objectionStates.${objection.state}`)}</Badge>
            <span className="text-ink-soft">{format.dateTime(objection.receivedOn, 'day')}</span>
            <span className="text-ink-soft">
              {objection.objector ?? t(objection.isNamed ? 'named' : 'anonymous')}
            </span>
          </span>
          <p className="whitespace-pre-line">{objection.words}</p>
          {objection.answer && <p className="text-ink-soft">{objection.answer}</p>}
          {mayWrite && objection.state === 'open' && (
            <span className="flex flex-wrap gap-2">
              {decide(objection, 'dismiss')}
              {election.state === 'publicity' && decide(objection, 'uphold')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
