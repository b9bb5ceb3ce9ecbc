'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { ComboBox } from '@/ui/combo-box'
import { Dialog } from '@/ui/dialog'
import { Form } from '@/ui/form'
import type { Option } from '@/ui/select'
import { send } from '@/ui/send'
import { TextArea } from '@/ui/text-area'
import { showToast } from '@/ui/toast'
import type { Obstacle, Previewed } from '../rules'
import type { Picked } from './board-selection'

type Candidate = { id: string; name: string; post: string; openJobs: number }
type Ahead = { previewed: readonly Previewed[]; workers: readonly Option[] }

/** Looks ahead at what giving the picked ones out would do, and does it once somebody is named. */
export function BulkDispatch({ picked, onDone }: { picked: readonly Picked[]; onDone: () => void }) {
  const t = useTranslations('request-bulk')
  const router = useRouter()
  const [ahead, setAhead] = useState<Ahead>()
  const [pending, setPending] = useState(false)
  const requests = picked.map(({ id, version }) => ({ id, version }))
  const lookAhead = async () => {
    setPending(true)
    const [answer, workers] = await Promise.all([
      send('/api/v1/requests/dispatch-many/preview', 'POST', { requests }),
      workersFor(picked[0]?.id ?? '', (count) => t('openJobs', { count })),
    ])
    setPending(false)
    if (!answer.ok) showToast({ message: answer.message ?? t('failed'), tone: 'bad' })
    else setAhead({ previewed: (answer.value as { requests: Previewed[] }).requests, workers })
  }
  const possible = ahead?.previewed.filter(({ refusal }) => refusal === null) ?? []
  const refused = ahead?.previewed.filter(({ refusal }) => refusal !== null) ?? []
  const isPossible = new Set(possible.map(({ id }) => id))
  return (
    <>
      <Button kind="primary" size="small" isPending={pending} onPress={lookAhead}>
        {t('dispatch')}
      </Button>
      <Dialog
        title={t('dispatch')}
        isOpen={ahead !== undefined}
        onOpenChange={(isOpen) => !isOpen && setAhead(undefined)}
      >
        <div className="flex flex-col gap-4">
          <Alert
            tone={possible.length > 0 ? 'note' : 'warn'}
            title={t('possible', { count: possible.length })}
          >
            {possible.map(({ number }) => number).join('、')}
          </Alert>
          {refused.length > 0 && (
            <Alert tone="warn" title={t('notPossible', { count: refused.length })}>
              <ul>
                {refused.map(({ id, number, refusal }) => (
                  <li key={id}>
                    {number ?? picked.find((one) => one.id === id)?.number}: {t(`why.${refusal as Obstacle}`)}
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          {possible.length > 0 && (
            <Form
              action="/api/v1/requests/dispatch-many"
              submit={t('give', { count: possible.length })}
              body={(values) => {
                const words = String(values.get('words') ?? '').trim()
                return {
                  requests: requests.filter(({ id }) => isPossible.has(id)),
                  workerId: values.get('workerId') || undefined,
                  ...(words ? { words } : {}),
                }
              }}
              onDone={(answer) => {
                const { dispatched, refused } = answer as { dispatched: string[]; refused: unknown[] }
                const done = { count: dispatched.length, rest: refused.length }
                showToast({ message: t('given', done), tone: refused.length > 0 ? 'warn' : 'good' })
                setAhead(undefined)
                onDone()
                router.refresh()
              }}
            >
              <ComboBox
                name="workerId"
                label={t('worker')}
                description={t('workerHint')}
                options={ahead?.workers ?? []}
                isRequired
              />
              <TextArea name="words" label={t('remark')} rows={2} maxLength={1_000} />
            </Form>
          )}
        </div>
      </Dialog>
    </>
  )
}

/** Whom the first of them suits, best first. */
async function workersFor(id: string, jobs: (count: number) => string): Promise<Option[]> {
  const answer = await fetch(`/api/v1/requests/${id}/candidates`).catch(() => null)
  if (!answer?.ok) return []
  const { workers } = (await answer.json()) as { workers: Candidate[] }
  return workers.map(({ id: value, name, post, openJobs }) => ({
    value,
    label: `${name} ${post}`,
    description: jobs(openJobs),
  }))
}
