import { useFormatter, useTranslations } from 'next-intl'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

type Import = { id: string; createdAt: Date; state: string; files: readonly { name: string }[] }

/** The latest imports of registers, newest first. */
export function LatestImports({ imports }: { imports: readonly Import[] }) {
  const t = useTranslations('overview')
  const format = useFormatter()
  return (
    <Panel title={t('imports')} actions={<TextLink href="/office/imports">{t('allImports')}</TextLink>}>
      {imports.length === 0 ? (
        <p className="text-sm text-ink-faint">{t('noImports')}</p>
      ) : (
        <ul className="flex flex-col text-sm">
          {imports.map(({ id, createdAt, state, files }) => (
            <li
              key={id}
              className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5 last:border-b-0"
            >
              <span>
                <TextLink href={`/office/imports/${id}`}>
                  <time dateTime={createdAt.toISOString()}>{format.dateTime(createdAt, 'moment')}</time>
                </TextLink>
                <span className="ms-2 text-ink-soft">{t('files', { count: files.length })}</span>
              </span>
              <span>{t(`importStates.${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
