'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'
import { ProgressBar } from '@/ui/progress-bar'
import { send } from '@/ui/send'

type Job = { state: string; step: string | null; done: number; total: number | null; cancelling: boolean }

const ASK_EVERY_MILLISECONDS = 1_000

/** How far the reading or writing is, asked every second; when it has ended the page is read again. */
export function ImportProgress({ runId, mayCancel }: { runId: string; mayCancel: boolean }) {
  const t = useTranslations('imports.progress')
  const router = useRouter()
  const [job, setJob] = useState<Job | null>(null)
  const [lost, setLost] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [asked, setAsked] = useState(false)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const ask = async () => {
      const answer = await fetch(`/api/v1/jobs/${runId}`).catch(() => null)
      if (gone) return
      setLost(!answer?.ok)
      if (answer?.ok) {
        const now = (await answer.json()) as Job
        setJob(now)
        if (!['queued', 'running'].includes(now.state)) return router.refresh()
      }
      timer = setTimeout(ask, ASK_EVERY_MILLISECONDS)
    }
    void ask()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [runId, router])

  const cancel = async () => {
    setAsked(true)
    const answer = await send(`/api/v1/jobs/${runId}/cancel`, 'POST', {})
    if (!answer.ok) {
      setAsked(false)
      setTrouble(answer.message)
    }
  }
  const cancelling = asked || job?.cancelling === true
  const total = job?.total ?? 6
  const done = job?.step ? job.done + 1 : 0
  return (
    <Panel>
      <div aria-live="polite" className="flex flex-col gap-3">
        {lost && <Alert tone="warn">{t('lost')}</Alert>}
        {trouble && <Alert tone="bad">{trouble}</Alert>}
        <ProgressBar
          label={job?.step && t.has(`steps.${job.step}`) ? t(`steps.${job.step}`) : t('waiting')}
          done={done}
          total={total}
          words={t('words', { done, total })}
        />
      </div>
      {mayCancel && (
        <div className="flex flex-wrap items-center gap-3 text-sm">
          <Button isDisabled={cancelling} onPress={cancel}>
            {cancelling ? t('cancelling') : t('cancel')}
          </Button>
          <span className="text-ink-faint">{t('nothingYet')}</span>
        </div>
      )}
    </Panel>
  )
}
