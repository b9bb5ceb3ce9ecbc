'use client'

import { useTranslations } from 'next-intl'
import { balanceOf, type Placed } from '../moves/rules'

/** The households of each zone that a move touches, before and after. */
export function MovePreview({
  compounds,
  chosen,
  to,
  nameOf,
}: {
  compounds: readonly Placed[]
  chosen: ReadonlySet<string>
  to?: string | null
  nameOf: (zoneId: string | null) => string
}) {
  const t = useTranslations('zones')
  if (to === undefined || chosen.size === 0)
    return <p className="text-sm text-ink-faint">{t('previewLater')}</p>
  return (
    <section aria-live="polite" className="rounded-lg border border-line bg-surface p-3">
      <table className="w-full text-sm">
        <caption className="pb-1 text-start font-medium">{t('preview')}</caption>
        <thead>
          <tr className="text-ink-soft">
            <th scope="col" className="py-1 text-start font-medium">
              {t('fields.zone')}
            </th>
            <th scope="col" className="text-end font-medium">
              {t('before')}
            </th>
            <th scope="col" className="text-end font-medium">
              {t('after')}
            </th>
            <th scope="col" className="text-end font-medium">
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {balanceOf(compounds, chosen, to).map(({ zoneId, before, after }) => (
            <tr key={zoneId ?? 'none'} className="border-t border-line">
              <th scope="row" className="py-1 text-start font-normal">
                {nameOf(zoneId)}
              </th>
              <td className="text-end tabular-nums">{before}</td>
              <td className="text-end font-semibold tabular-nums">{after}</td>
              <td className="text-end tabular-nums">
                {after > before ? '+' : ''}
                {after - before}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
