import type { Waiting } from '@/ui/outbox/store'
import { type Move, type State, transitionOf } from '../../life/rules'

/** A job as the phone got it, in the form in which it was sent. */
export type KeptJob = {
  id: string
  number: string
  state: State
  round: number
  version: number
  words: string
  place: string | null
  dueKind: string | null
  dueAt: string | null
  warnAt: string | null
  arrivedAt: string | null
  waitUntil: string | null
  category: { name: string; nameEn: string; danger: string | null }
  compound: string
  building: { name: string } | null
  stairwell: { name: string } | null
  worker: string | null
  said: { kind: string; words: string | null; at: string } | null
  photos: { id: string; stage: string; width: number; height: number }[]
}

export type KeptJobs = { now: string; toDo: KeptJob[]; toVerify: KeptJob[] }

/** The job as it will be once what waits in the phone has arrived. */
export type PhoneJob = KeptJob & { pending: number; hasFailed: boolean }

const moveOf = ({ label }: Waiting): Move => label.kind as Move

/** Applies the waiting steps of a job in their order; a step that failed changes nothing. */
export function withPending(job: KeptJob, waiting: readonly Waiting[]): PhoneJob {
  const own = waiting.filter(({ subject }) => subject === job.id)
  let { state, version, arrivedAt } = job
  for (const entry of own) {
    if (entry.state === 'failed') break
    state = transitionOf(moveOf(entry)).to
    version += 1
    if (moveOf(entry) === 'arrive') arrivedAt = entry.madeAt
  }
  const hasFailed = own.some((entry) => entry.state === 'failed')
  return { ...job, state, version, arrivedAt, pending: own.length, hasFailed }
}

/** The steps that a phone offers for a job, the usual one first. */
export function stepsFor(job: PhoneJob, isVerifying: boolean): Move[] {
  if (job.hasFailed) return []
  if (isVerifying) return job.state === 'to_verify' ? ['pass', 'send-back'] : []
  switch (job.state) {
    case 'dispatched':
      return ['take', 'return']
    case 'in_progress':
      return job.arrivedAt ? ['finish', 'pause', 'ask'] : ['arrive', 'finish', 'pause', 'ask']
    case 'paused':
      return ['resume']
    case 'waiting':
      return ['stop-waiting']
    default:
      return []
  }
}

/** A refusal for an old version is put right when the step is still open to this reader as of now. */
export async function mendMove(
  url: string,
  body: Record<string, unknown>,
  code: string,
): Promise<Record<string, unknown> | null> {
  if (code !== 'stale-version' || typeof body.version !== 'number') return null
  const answer = await fetch(url.replace(/\/moves$/, ''), { cache: 'no-store' })
  if (!answer.ok) return null
  const now = (await answer.json()) as { version: number; moves: string[] }
  const isOpen = now.moves.includes(String(body.move)) && now.version !== body.version
  return isOpen ? { ...body, version: now.version } : null
}
