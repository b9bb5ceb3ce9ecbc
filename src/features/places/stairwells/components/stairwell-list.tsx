import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { TextLink } from '@/ui/text-link'

type Stairwell = { id: string; name: string; isEnded: boolean; code: string | null; households: number }
type Building = { id: string; version: number; endedAt: Date | null; stairwells: readonly Stairwell[] }

/** A building's stairwells: their households and sheets, and what may be done with each. */
export function StairwellList({ building, mayWrite }: { building: Building; mayWrite: boolean }) {
  const t = useTranslations('buildings')
  if (building.stairwells.length === 0) return <p className="text-sm text-ink-faint">{t('noStairwells')}</p>
  const isOpen = mayWrite && !building.endedAt
  return (
    <ul className="flex flex-col divide-y divide-line">
      {building.stairwells.map(({ id, name, isEnded, code, households }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
          <span className="font-medium">{name}</span>
          {households > 0 && (
            <TextLink href={`/office/buildings/${building.id}/households?stairwell=${id}`}>
              {t('households', { count: households })}
            </TextLink>
          )}
          {isEnded ? (
            <Badge tone="warn">{t('ended')}</Badge>
          ) : code && !building.endedAt ? (
            <TextLink href={`/b/${code}`}>{t('openSheet')}</TextLink>
          ) : (
            <span className="text-ink-faint">{t('noCode')}</span>
          )}
          {isOpen && (
            <span className="flex flex-wrap gap-1">
              <StairwellSteps id={id} name={name} isEnded={isEnded} version={building.version} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function StairwellSteps(props: { id: string; name: string; isEnded: boolean; version: number }) {
  const { id, name, isEnded, version } = props
  const t = useTranslations('buildings')
  const action = `/api/v1/stairwells/${id}`
  if (isEnded)
    return (
      <ActionButton
        trigger={t('resume')}
        triggerKind="quiet"
        title={t('resumeStairwellTitle', { name })}
        why={t('resumeStairwellWhy')}
        confirm={t('resume')}
        action={`${action}/resumption`}
        body={{ version }}
      />
    )
  return (
    <>
      <ActionButton
        trigger={t('rename')}
        triggerKind="quiet"
        title={t('renameStairwellTitle')}
        why={t('renameStairwellWhy')}
        confirm={t('save')}
        action={action}
        method="PATCH"
        body={{ version }}
        asks={[{ name: 'name', label: t('fields.stairwellName'), type: 'text', value: name, required: true }]}
      />
      <ActionButton
        trigger={t('end')}
        triggerKind="quiet"
        title={t('endStairwellTitle', { name })}
        why={t('endStairwellWhy')}
        confirm={t('end')}
        danger
        action={`${action}/end`}
        body={{ version }}
      />
    </>
  )
}
