import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'

type Meeting = {
  id: string
  isFollowUp: boolean
  heldAt: Date
  place: string | null
  present: string | null
  words: string
  writtenBy: string
}

/** What was talked over and when, the latest first. */
export function MeetingList({ meetings }: { meetings: readonly Meeting[] }) {
  const t = useTranslations('mediations')
  const format = useFormatter()
  if (meetings.length === 0) return <p className="text-sm text-ink-soft">{t('noMeetings')}</p>
  return (
    <ol className="flex flex-col divide-y divide-line">
      {meetings.map(({ id, isFollowUp, heldAt, place, present, words, writtenBy }) => (
        <li key={id} className="flex flex-col gap-1 py-2">
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
            {isFollowUp && <Badge tone="note">{t('followUpMark')}</Badge>}
            <span>{[format.dateTime(heldAt, 'moment'), place, present].filter(Boolean).join(' · ')}</span>
            <span>{writtenBy}</span>
          </p>
          <p className="whitespace-pre-wrap">{words}</p>
        </li>
      ))}
    </ol>
  )
}
