import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonLook } from '@/ui/button-look'
import type { Preview } from '../plan/preview'
import type { Noun } from '../plan/records'

/** The lists of one import: refused rows, notes, rows left out, and the records of each kind. */
export function PartLinks({
  path,
  part,
  preview,
  rejected,
}: {
  path: string
  part: string
  preview: Preview | null
  rejected: number
}) {
  const t = useTranslations('imports')
  const nouns = (Object.keys(preview?.counts ?? {}) as Noun[]).flatMap((noun) => {
    const { add = 0, update = 0 } = preview?.counts[noun] ?? {}
    return add + update > 0 ? [{ key: noun as string, label: t(`nouns.${noun}`), count: add + update }] : []
  })
  const parts = [
    { key: 'rejected', label: t('parts.rejected'), count: rejected },
    { key: 'warnings', label: t('parts.warnings'), count: preview?.warnings.length ?? 0 },
    { key: 'skipped', label: t('parts.skipped'), count: preview?.skipped.length ?? 0 },
    ...nouns,
  ].filter(({ key, count }) => count > 0 || key === 'rejected')
  return (
    <nav aria-label={t('preview.noun')} className="flex flex-wrap gap-2">
      {parts.map(({ key, label, count }) => (
        <Link
          key={key}
          href={`${path}?part=${key}#part` as Route}
          aria-current={key === part ? 'page' : undefined}
          className={buttonLook(key === part ? 'primary' : 'secondary', 'small')}
        >
          {label} <span className="tabular-nums">{count}</span>
        </Link>
      ))}
    </nav>
  )
}
