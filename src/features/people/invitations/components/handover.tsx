'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { qrPath } from '@/core/qr'
import { Alert } from '@/ui/alert'
import { CopyButton } from '@/ui/copy-button'
import { PrintButton } from '@/ui/print-button'

export type IssuedLink = { path: string; expiresAt: string }

/** The one-time link, shown this once, to be copied or printed and handed over in person. */
export function Handover({ link, username }: { link: IssuedLink; username: string }) {
  const t = useTranslations('accounts')
  const format = useFormatter()
  const address = `${window.location.origin}${link.path}`
  const qr = qrPath(address)
  return (
    <section
      aria-label={t('link.title')}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <div className="print:hidden">
        <Alert tone="warn">{t('link.once')}</Alert>
      </div>
      <p className="text-sm">{t('link.howTo', { username })}</p>
      <p data-link className="rounded-md bg-sunken p-3 font-mono text-sm break-all">
        {address}
      </p>
      <svg
        role="img"
        aria-label={t('link.qr')}
        viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
        className="w-44 rounded-lg bg-white"
        shapeRendering="crispEdges"
      >
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="text-sm text-ink-soft">
        {t('link.until', {
          moment: format.dateTime(new Date(link.expiresAt), {
            dateStyle: 'long',
            timeStyle: 'short',
            timeZone: 'Asia/Shanghai',
          }),
        })}
      </p>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton text={address} label={t('link.copy')} copiedLabel={t('link.copied')} />
        <PrintButton label={t('link.print')} kind="quiet" size="small" />
      </div>
    </section>
  )
}
