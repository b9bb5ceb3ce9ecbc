import { useTranslations } from 'next-intl'
import { MaskedValue } from '@/ui/masked-value'
import { TextLink } from '@/ui/text-link'

type Member = { id: string; name: string; personId: string; maskedPhone: string | null }

/** Who serves in a grid today; the whole number for a reason, where the reader may see it. */
export function GridMembers({ members, reveals }: { members: readonly Member[]; reveals: boolean }) {
  const t = useTranslations('grids')
  if (members.length === 0) return <p className="text-sm text-ink-faint">{t('noMembers')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {members.map(({ id, name, personId, maskedPhone }) => (
        <li key={id} className="flex min-h-control flex-wrap items-center gap-x-3 py-1">
          <TextLink href={`/office/grid-members/${id}`}>{name}</TextLink>
          {maskedPhone && (
            <MaskedValue
              masked={maskedPhone}
              label={t('phoneOf', { name })}
              {...(reveals ? { revealUrl: `/api/v1/people/${personId}/contact` } : {})}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
