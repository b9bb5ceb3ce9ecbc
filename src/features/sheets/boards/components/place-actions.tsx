import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { DocumentLink } from '@/ui/document-link'
import { LinkButton } from '@/ui/link-button'

type Hanging = { compoundId: string; toMark: number; seen: string }

/** What is done with all sheets of a compound, a building or a zone at once: print them, and say that they hang. */
export function PlaceActions({
  place,
  printed,
  most,
  hanging,
}: {
  place: { kind: 'compound' | 'building' | 'zone'; id: string }
  /** How many sheets the print job would hold; none where the reader may not print. */
  printed: number
  most: number
  hanging?: Hanging | undefined
}) {
  const t = useTranslations('boards')
  return (
    <>
      {printed > most && (
        <p className="max-w-80 text-sm text-warn">{t('tooMany', { count: printed, most })}</p>
      )}
      {printed > 0 && printed <= most && (
        <DocumentLink href={`/api/v1/sheets/print?${place.kind}=${place.id}`}>
          {t('printAll', { count: printed })}
        </DocumentLink>
      )}
      {hanging && hanging.toMark > 0 && (
        <ActionButton
          trigger={t('hangAll')}
          title={t('hangAllTitle', { count: hanging.toMark })}
          why={t('hangAllWhy')}
          confirm={t('hang')}
          action="/api/v1/sheets/hanging"
          body={{ compoundId: hanging.compoundId, seen: hanging.seen }}
        />
      )}
    </>
  )
}

/** The way from a compound, a building or a zone to its boards. */
export function BoardsLink({ place }: { place: { kind: 'compound' | 'building' | 'zone'; id: string } }) {
  const t = useTranslations('boards')
  return <LinkButton href={`/office/sheets?${place.kind}=${place.id}`}>{t('title')}</LinkButton>
}
