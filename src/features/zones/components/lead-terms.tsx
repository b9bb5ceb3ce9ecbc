import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'

type Lead = { id: string; name: string; post: string; startsOn: string; endsOn: string | null }

/** Who leads the zone and who has led it, the latest first. */
export function LeadTerms({
  zoneId,
  leads,
  today,
  writes,
}: {
  zoneId: string
  leads: readonly Lead[]
  today: string
  writes: boolean
}) {
  const t = useTranslations('zones')
  if (leads.length === 0) return <p className="text-sm text-ink-faint">{t('noLeads')}</p>
  return (
    <ul className="flex flex-col text-sm">
      {leads.map(({ id, name, post, startsOn, endsOn }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-b-0"
        >
          <span className="font-medium">{name}</span>
          <span className="text-ink-soft">{post}</span>
          <span className="tabular-nums">
            {endsOn ? t('fromTo', { startsOn, endsOn }) : t('since', { startsOn })}
          </span>
          {startsOn <= today && (endsOn === null || endsOn >= today) && (
            <Badge tone="good">{t('leadsNow')}</Badge>
          )}
          {writes && endsOn === null && (
            <span className="ms-auto print:hidden">
              <ActionButton
                trigger={t('endLead')}
                title={t('endLeadTitle', { name })}
                why={t('endLeadWhy')}
                confirm={t('endLead')}
                action={`/api/v1/zones/${zoneId}/leads/${id}/end`}
                body={{}}
                asks={[
                  {
                    name: 'endsOn',
                    label: t('endsOn'),
                    type: 'date',
                    value: today < startsOn ? startsOn : today,
                    required: true,
                  },
                ]}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
