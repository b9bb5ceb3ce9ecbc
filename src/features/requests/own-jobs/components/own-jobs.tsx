'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Alert } from '@/ui/alert'
import { EmptyState } from '@/ui/empty-state'
import { OutboxBar } from '@/ui/outbox/outbox-bar'
import { keep, keptOf } from '@/ui/outbox/store'
import { useOutbox } from '@/ui/outbox/use-outbox'
import { JobCard } from './job-card'
import { type KeptJobs, mendMove, withPending } from './pending'

const KEPT = 'own-jobs'

export type OwnJobsProps = { owner: string; part: 'toDo' | 'toVerify' }

/** The reader's jobs on the phone: shown from what the phone keeps, brought up to date when there is a network. */
export function OwnJobs({ owner, part }: OwnJobsProps) {
  const t = useTranslations('ownJobs')
  const [jobs, setJobs] = useState<KeptJobs>()
  const [isOld, setOld] = useState(false)
  const refresh = useCallback(async () => {
    const fresh = await fetchJobs()
    if (fresh) {
      setJobs(fresh)
      setOld(false)
      await keep(owner, KEPT, fresh).catch(() => {})
      return
    }
    const kept = await keptOf(owner, KEPT).catch(() => undefined)
    if (kept) setJobs(kept.value as KeptJobs)
    setOld(true)
  }, [owner])
  useEffect(() => {
    void refresh()
    window.addEventListener('online', refresh)
    return () => window.removeEventListener('online', refresh)
  }, [refresh])
  const outbox = useOutbox(owner, mendMove, refresh)
  const shown = jobs?.[part].map((job) => withPending(job, outbox.waiting ?? [])) ?? []
  const path = part === 'toDo' ? '/worker' : '/captain/verify'
  return (
    <div className="flex flex-col gap-4">
      <OutboxBar outbox={outbox} signInHref={`/sign-in?next=${encodeURIComponent(path)}`} />
      {isOld && <Alert>{jobs ? t('shownFromPhone') : t('nothingKept')}</Alert>}
      {jobs && shown.length === 0 && (
        <EmptyState title={t(`${part}.empty`)} why={t(`${part}.emptyWhy`)} icon="check" />
      )}
      <ul className="flex flex-col gap-4">
        {shown.map((job) => (
          <li key={job.id}>
            <JobCard job={job} isVerifying={part === 'toVerify'} outbox={outbox} />
          </li>
        ))}
      </ul>
    </div>
  )
}

async function fetchJobs(): Promise<KeptJobs | null> {
  try {
    const answer = await fetch('/api/v1/own-jobs', { cache: 'no-store', signal: AbortSignal.timeout(20_000) })
    return answer.ok ? ((await answer.json()) as KeptJobs) : null
  } catch {
    return null
  }
}
