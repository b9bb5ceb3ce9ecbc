import type { Calendar } from '@/core/workdays'
import { deadlineOf, type Policy, type Target } from '../../deadlines/rules'

export type Example = { at: Date; due: { kind: Target; dueAt: Date }[] }

/** When what is reported at each of the moments would be due, by the real clock. */
export function examplesOf(policy: Policy, moments: readonly Date[], calendar: Calendar): Example[] {
  return moments.map((at) => ({
    at,
    due: (['accept', 'arrive', 'resolve'] as const).flatMap((kind) => {
      const allowance = policy[kind]
      if (!allowance) return []
      const deadline = deadlineOf(
        {
          state: 'submitted',
          policy: { accept: allowance, resolve: allowance },
          roundStartedAt: at,
          arrivedAt: null,
          pauses: [],
        },
        calendar,
      )
      return deadline ? [{ kind, dueAt: deadline.dueAt }] : []
    }),
  }))
}
