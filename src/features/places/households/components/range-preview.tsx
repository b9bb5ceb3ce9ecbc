import { useTranslations } from 'next-intl'
import { Panel } from '@/ui/panel'
import { RecordForm } from '@/ui/record-form'

/** The doors that will be added, by name, those that exist already, and the button that adds. */
export function RangePreview({
  buildingId,
  stairwell,
  range,
  preview: { added, existing },
}: {
  buildingId: string
  stairwell: string
  range: Record<string, string | number>
  preview: { added: readonly string[]; existing: readonly { room: string; isEnded: boolean }[] }
}) {
  const t = useTranslations('households')
  const back = `/office/buildings/${buildingId}/households`
  return (
    <Panel title={t('previewTitle', { stairwell })}>
      <div className="flex flex-col gap-3">
        {existing.length > 0 && (
          <p>
            {t('existing', { count: existing.length })}{' '}
            {existing.map(({ room, isEnded }) => (isEnded ? t('existingEnded', { room }) : room)).join(' · ')}
          </p>
        )}
        {added.length === 0 ? (
          <p>{t('nothingToAdd')}</p>
        ) : (
          <>
            <p>
              {t('willAdd', { count: added.length })} {added.join(' · ')}
            </p>
            <RecordForm
              action={`/api/v1/buildings/${buildingId}/households/range`}
              method="POST"
              fields={[]}
              also={range}
              submit={t('addCount', { count: added.length })}
              cancel={{ label: t('cancel'), href: back }}
              doneHref={back}
            />
          </>
        )}
      </div>
    </Panel>
  )
}
