'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Alert } from '../alert'
import { Badge } from '../badge'
import { PlainButton } from '../plain-button'
import type { Label, Waiting } from './store'
import type { Outbox } from './use-outbox'

export type OutboxBarProps = { outbox: Outbox; signInHref: string }

/** What waits in the phone, what was sent and what failed: always in sight, with the list behind it. */
export function OutboxBar({ outbox, signInHref }: OutboxBarProps) {
  const t = useTranslations('phone-outbox')
  const dialog = useRef<HTMLDialogElement>(null)
  if (outbox.waiting === null) return <Alert tone="warn">{t('noStore')}</Alert>
  const failed = outbox.waiting.filter(({ state }) => state === 'failed').length
  const waiting = outbox.waiting.length - failed
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className="flex min-h-control w-full cursor-pointer flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-3 py-2 text-start text-base"
      >
        <span role="status" className="flex flex-1 flex-wrap items-center gap-2">
          {waiting > 0 && <Badge tone="warn">{t('waiting', { count: waiting })}</Badge>}
          {waiting + failed === 0 && <Badge tone="good">{t('allSent')}</Badge>}
          {failed > 0 && <Badge tone="bad">{t('failed', { count: failed })}</Badge>}
          {outbox.sending === 'now' && waiting > 0 && <span className="text-sm">{t('now')}</span>}
        </span>
        <span className="text-sm text-link">{t('open')}</span>
      </button>
      {waiting > 0 && <Hindrance sending={outbox.sending} signInHref={signInHref} />}
      {outbox.others > 0 && <Alert>{t('others', { count: outbox.others })}</Alert>}
      <dialog
        ref={dialog}
        aria-label={t('title')}
        className="m-auto w-[min(34rem,calc(100vw-1.5rem))] rounded-lg border border-line bg-surface p-4 text-ink backdrop:bg-ink/45"
      >
        <EntryList outbox={outbox} />
        <PlainButton type="button" size="wide" onClick={() => dialog.current?.close()}>
          {t('close')}
        </PlainButton>
      </dialog>
    </section>
  )
}

function Hindrance({ sending, signInHref }: { sending: Outbox['sending']; signInHref: string }) {
  const t = useTranslations('phone-outbox')
  if (sending === 'signed-out')
    return (
      <Alert tone="warn">
        {t('signedOut')} <a href={signInHref}>{t('signIn')}</a>
      </Alert>
    )
  if (sending === 'other-owner') return <Alert tone="warn">{t('otherOwner')}</Alert>
  return sending === 'unreachable' ? <p className="text-sm text-ink-soft">{t('unreachable')}</p> : null
}

function EntryList({ outbox }: { outbox: Outbox }) {
  const t = useTranslations('phone-outbox')
  const format = useFormatter()
  const waiting = outbox.waiting ?? []
  return (
    <div className="mb-4 flex flex-col gap-3">
      <h2 className="text-xl font-semibold">{t('title')}</h2>
      {waiting.length + outbox.sent.length === 0 && <p>{t('empty')}</p>}
      <ul className="flex flex-col gap-2">
        {waiting.map((entry) => (
          <WaitingEntry key={entry.id} entry={entry} outbox={outbox} />
        ))}
        {outbox.sent.map(({ id, label, at }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 border-t border-line pt-2">
            <Badge tone="good">{t('sent')}</Badge>
            <What label={label} />
            <span className="text-sm text-ink-soft">{format.dateTime(new Date(at), 'moment')}</span>
          </li>
        ))}
      </ul>
      {waiting.some(({ state }) => state === 'waiting') && (
        <PlainButton type="button" kind="primary" size="wide" icon="upload" onClick={outbox.sendNow}>
          {t('sendNow')}
        </PlainButton>
      )}
    </div>
  )
}

function WaitingEntry({ entry, outbox }: { entry: Waiting; outbox: Outbox }) {
  const t = useTranslations('phone-outbox')
  const format = useFormatter()
  const isFailed = entry.state === 'failed'
  return (
    <li className="flex flex-col gap-1 border-t border-line pt-2">
      <span className="flex flex-wrap items-center gap-2">
        <Badge tone={isFailed ? 'bad' : 'warn'}>{isFailed ? t('didNotGo') : t('waits')}</Badge>
        <What label={entry.label} />
        <span className="text-sm text-ink-soft">{format.dateTime(new Date(entry.madeAt), 'moment')}</span>
      </span>
      {isFailed && (
        <>
          <p className="text-sm text-bad">{entry.fault?.message ?? t('noReason')}</p>
          <span className="flex flex-wrap gap-2">
            <PlainButton type="button" onClick={() => outbox.again(entry)}>
              {t('again')}
            </PlainButton>
            <PlainButton
              type="button"
              kind="danger"
              onClick={() => window.confirm(t('dropAsk')) && outbox.drop(entry)}
            >
              {t('drop')}
            </PlainButton>
          </span>
        </>
      )}
    </li>
  )
}

function What({ label: { kind, place } }: { label: Label }) {
  const t = useTranslations('phone-outbox')
  return (
    <span>
      {t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : kind} {place}
    </span>
  )
}
