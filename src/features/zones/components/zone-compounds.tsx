import { useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'
import { TextLink } from '@/ui/text-link'

type Compound = {
  id: string
  name: string
  householdCount: number | null
  stage: 'none' | 'managed' | 'good'
  pilot: boolean
  longitude: number | null
  community: { name: string }
}

/** A zone's compounds under the numbers that they carry on its plan. */
export function ZoneCompounds({ compounds }: { compounds: readonly Compound[] }) {
  const t = useTranslations('zones')
  const stages = useTranslations('stages')
  if (compounds.length === 0) return <p className="text-sm text-ink-faint">{t('noCompounds')}</p>
  return (
    <ol className="flex flex-col text-sm">
      {compounds.map((compound, index) => (
        <li key={compound.id} className="flex gap-3 border-b border-line py-1.5 last:border-b-0">
          <span className="w-6 shrink-0 text-end font-semibold tabular-nums">{index + 1}</span>
          <span className="min-w-0 flex-1">
            <TextLink href={`/office/compounds/${compound.id}`}>{compound.name}</TextLink>
            <span className="block text-ink-soft">
              {compound.community.name} · {t('householdsOf', { count: compound.householdCount ?? 0 })} ·{' '}
              {stages(`names.${compound.stage}`)}
              {compound.longitude === null && ` · ${t('notOnPlan')}`}
            </span>
          </span>
          {compound.pilot && (
            <span>
              <Badge tone="note">{t('pilot')}</Badge>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
