import { useTranslations } from 'next-intl'
import { Panel } from '@/ui/panel'
import type { Preview } from '../plan/preview'

/** Buildings that pass to another captain, and people whose number is another one: what deserves a second look. */
export function ImportMoves({ preview: { successions, newNumbers } }: { preview: Preview }) {
  const t = useTranslations('imports.preview')
  return (
    <>
      {successions.length > 0 && (
        <Panel title={t('successions')}>
          <ul className="flex flex-col gap-1 text-sm">
            {successions.map((succession) => (
              <li key={succession.building}>{t('succession', succession)}</li>
            ))}
          </ul>
        </Panel>
      )}
      {newNumbers.length > 0 && (
        <Panel title={t('newNumbers')}>
          <ul className="flex flex-col gap-1 text-sm">
            {newNumbers.map((number) => (
              <li key={`${number.name}${number.from}${number.to}`}>{t('newNumber', number)}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
