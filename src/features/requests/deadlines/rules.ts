import type { Calendar } from '@/core/workdays'
import { type Allowance, dueAt, type Pause } from '../clock/rules'
import type { State } from '../life/rules'

/** What a request's category and its compound's stars allowed when it came in; a later change of the policy is not its own. */
export type Policy = { accept?: Allowance; arrive?: Allowance; resolve: Allowance }

export type Target = 'accept' | 'arrive' | 'resolve'

/** What is due next: when, when to warn (80 % used) and when it has taken three times as long as allowed. */
export type Deadline = { kind: Target; dueAt: Date; warnAt: Date; thriceAt: Date }

export type Timed = {
  state: State
  policy: Policy
  /** When this round began: the report itself, or its reopening. */
  roundStartedAt: Date
  arrivedAt: Date | null
  pauses: readonly Pause[]
}

const share = ({ amount, unit }: Allowance, factor: number): Allowance => ({ amount: amount * factor, unit })

function targetsOf({ state, policy, arrivedAt }: Timed): Target[] {
  if (state === 'submitted') return [policy.accept ? 'accept' : 'resolve']
  if (state === 'accepted' || state === 'dispatched' || state === 'in_progress')
    return policy.arrive && !arrivedAt ? ['arrive', 'resolve'] : ['resolve']
  return []
}

/** The nearest of what a request still owes, or null where the clock stands or nothing is owed. */
export function deadlineOf(request: Timed, calendar: Calendar): Deadline | null {
  const { policy, roundStartedAt, pauses } = request
  let nearest: Deadline | null = null
  for (const kind of targetsOf(request)) {
    const allowance = policy[kind]
    if (!allowance) continue
    const at = (factor: number) => dueAt(roundStartedAt, share(allowance, factor), pauses, calendar)
    const due = at(1)
    const warn = at(0.8)
    const thrice = at(3)
    if (!due || !warn || !thrice) continue
    if (!nearest || due < nearest.dueAt) nearest = { kind, dueAt: due, warnAt: warn, thriceAt: thrice }
  }
  return nearest
}
