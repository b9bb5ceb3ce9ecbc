import { useTranslations } from 'next-intl'
import { LinkButton } from '@/ui/link-button'
import { TextLink } from '@/ui/text-link'

const BOARD = '/office/requests'

/** The board's views as links, and the way to keep the filter of this very page. */
export function ViewLinks({
  views,
  filter,
}: {
  views: readonly { id: string; name: string; query: string }[]
  /** Null where nothing is filtered. */
  filter: string | null
}) {
  const t = useTranslations('saved-views')
  if (views.length === 0 && filter === null) return null
  return (
    <nav aria-label={t('views')} className="flex flex-wrap items-center gap-2">
      {views.map(({ id, name, query }) => (
        <LinkButton
          key={id}
          href={`${BOARD}?${query}`}
          size="small"
          kind={query === filter ? 'primary' : 'secondary'}
        >
          {name}
        </LinkButton>
      ))}
      {filter !== null && !views.some(({ query }) => query === filter) && (
        <TextLink href={`${BOARD}/views/new?${filter}`}>{t('saveThis')}</TextLink>
      )}
      {views.length > 0 && <TextLink href={`${BOARD}/views`}>{t('manage')}</TextLink>}
    </nav>
  )
}
