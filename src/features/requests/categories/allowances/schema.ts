import { z } from 'zod'
import { wholeNumber } from '@/core/fields'

export const TIME_UNITS = ['minutes', 'hours', 'workdays', 'days'] as const

const amount = () => wholeNumber(1, 10_000)
const unit = () => z.enum(TIME_UNITS)

const MINUTES = { minutes: 1, hours: 60, workdays: 1_440, days: 1_440 }

/** How soon a category's requests are accepted, arrived at and resolved in compounds of so many stars; 0 for all without their own. */
export const allowanceChanges = z
  .strictObject({
    stars: wholeNumber(0, 5),
    acceptAmount: amount().nullable(),
    acceptUnit: unit(),
    arriveAmount: amount().nullable(),
    arriveUnit: unit(),
    resolveAmount: amount(),
    resolveUnit: unit(),
    /** As of the version that was read; null where there was none. */
    version: wholeNumber(1, 2_147_483_647).nullable(),
  })
  .refine(
    (told) =>
      told.acceptAmount === null ||
      told.acceptAmount * MINUTES[told.acceptUnit] <= told.resolveAmount * MINUTES[told.resolveUnit],
    { error: 'longer-than-resolve', path: ['acceptAmount'] },
  )
  .refine(
    (told) =>
      told.arriveAmount === null ||
      told.arriveAmount * MINUTES[told.arriveUnit] <= told.resolveAmount * MINUTES[told.resolveUnit],
    { error: 'longer-than-resolve', path: ['arriveAmount'] },
  )
export type AllowanceChanges = z.output<typeof allowanceChanges>

export const allowanceRemoval = z.strictObject({ stars: wholeNumber(1, 5) })
