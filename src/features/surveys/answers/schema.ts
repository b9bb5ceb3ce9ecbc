import { z } from 'zod'
import { id, line } from '@/core/fields'
import { phoneClock } from '@/core/phone-clock'
import { answers } from '../questions/schema'

/** What a household said at its door, as the phone sends it, perhaps long after. */
export const doorAnswers = z.strictObject({
  householdId: id(),
  /** The version of the questions that were asked. */
  formId: id(),
  answers,
  isDone: z.boolean(),
  made: phoneClock().optional(),
})
export type DoorAnswers = z.output<typeof doorAnswers>

export const doorRefusal = z.strictObject({ householdId: id(), made: phoneClock().optional() })
export type DoorRefusal = z.output<typeof doorRefusal>

/** A sheet of paper, typed in by its number. */
export const typedAnswers = z.strictObject({ number: line(20), answers, isDone: z.boolean() })
export type TypedAnswers = z.output<typeof typedAnswers>

export const numberSearch = z.strictObject({ number: line(20) })
