'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/ui/badge'
import type { Outbox } from '@/ui/outbox/use-outbox'
import { PlainButton } from '@/ui/plain-button'
import type { Move } from '../../life/rules'
import { JobForm } from './job-form'
import { type PhoneJob, stepsFor } from './pending'

/** One job: where and what in large type, the next step under the thumb, all further ones behind it. */
export function JobCard({
  job,
  isVerifying,
  outbox,
}: {
  job: PhoneJob
  isVerifying: boolean
  outbox: Outbox
}) {
  const t = useTranslations('ownJobs')
  const isEnglish = useLocale() === 'en'
  const [move, setMove] = useState<Move>()
  const steps = stepsFor(job, isVerifying)
  return (
    <article
      aria-labelledby={`job-${job.id}`}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <header className="flex flex-col gap-1">
        <h2 id={`job-${job.id}`} className="text-lg font-semibold">
          {[job.compound, job.building?.name, job.stairwell?.name].filter(Boolean).join(' ')}
        </h2>
        <p className="text-base">
          {isEnglish ? job.category.nameEn : job.category.name}
          {job.place && ` · ${job.place}`}
        </p>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={job.state === 'in_progress' ? 'note' : 'neutral'}>{t(`states.${job.state}`)}</Badge>
          {job.pending > 0 && (
            <Badge tone={job.hasFailed ? 'bad' : 'warn'}>
              {t(job.hasFailed ? 'stepFailed' : 'stepWaits')}
            </Badge>
          )}
          {job.round > 1 && <Badge tone="warn">{t('round', { round: job.round })}</Badge>}
          <Due job={job} />
        </p>
      </header>
      <p className="whitespace-pre-line text-base">{job.words}</p>
      {job.said?.words && (
        <p className="rounded-md bg-sunken px-3 py-2 text-base">
          {t(`said.${job.said.kind}`)}
          {job.said.words}
        </p>
      )}
      <JobPhotos job={job} />
      <p className="text-sm text-ink-soft">
        {job.number}
        {isVerifying && job.worker && ` · ${t('doneBy', { name: job.worker })}`}
      </p>
      {move ? (
        <JobForm job={job} move={move} outbox={outbox} onClose={() => setMove(undefined)} />
      ) : (
        <div className="flex flex-col gap-2">
          {steps.map((step, place) => (
            <PlainButton
              key={step}
              type="button"
              size="wide"
              kind={place === 0 ? 'primary' : 'secondary'}
              onClick={() => setMove(step)}
            >
              {t(`moves.${step}`)}
            </PlainButton>
          ))}
        </div>
      )}
    </article>
  )
}

function Due({ job }: { job: PhoneJob }) {
  const t = useTranslations('ownJobs')
  const format = useFormatter()
  if (!job.dueAt) return null
  const isLate = Date.parse(job.dueAt) <= Date.now()
  const isSoon = job.warnAt !== null && Date.parse(job.warnAt) <= Date.now()
  const at = format.dateTime(new Date(job.dueAt), 'moment')
  return (
    <Badge tone={isLate ? 'bad' : isSoon ? 'warn' : 'neutral'}>{t(isLate ? 'late' : 'due', { at })}</Badge>
  )
}

function JobPhotos({ job }: { job: PhoneJob }) {
  const t = useTranslations('ownJobs')
  if (job.photos.length === 0) return null
  return (
    <ul className="flex gap-2 overflow-x-auto">
      {job.photos.map(({ id, stage, width, height }, index) => (
        <li key={id} className="shrink-0">
          <a href={`/api/v1/request-photos/${id}`}>
            <img
              src={`/api/v1/request-photos/${id}`}
              alt={t(stage === 'after' ? 'photoAfter' : 'photoBefore', { place: index + 1 })}
              width={width}
              height={height}
              loading="lazy"
              className="h-28 w-auto rounded-md border border-line object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
