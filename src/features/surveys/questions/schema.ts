import { z } from 'zod'
import { line, wholeNumber } from '@/core/fields'

const KINDS = ['single', 'multiple', 'ranking', 'scale', 'number', 'text', 'matrix'] as const

const key = () => z.string().regex(/^[a-z][a-z0-9_]{0,19}$/)

/** What can be chosen, or a row of a matrix; answers hold the code, so that words may be mended. */
const option = z.strictObject({
  code: line(40),
  label: line(100),
  labelEn: line(200).nullable().default(null),
})
export type Option = z.output<typeof option>

const MOST_OPTIONS = 40

/** One question. Of its parts only those of its kind count: choices have options, scales and numbers have ends, a matrix has rows. */
const question = z.strictObject({
  key: key(),
  kind: z.enum(KINDS),
  text: line(300),
  textEn: line(600).nullable().default(null),
  required: z.boolean().default(false),
  options: z.array(option).max(MOST_OPTIONS).default([]),
  rows: z.array(option).max(MOST_OPTIONS).default([]),
  /** At most so many choices. */
  most: wholeNumber(1, MOST_OPTIONS).nullable().default(null),
  min: wholeNumber(-1_000_000, 1_000_000).nullable().default(null),
  max: wholeNumber(-1_000_000, 1_000_000).nullable().default(null),
  /** Asked only where an earlier question has one of these answers. */
  showIf: z
    .strictObject({ question: key(), is: z.array(line(40)).min(1).max(MOST_OPTIONS) })
    .nullable()
    .default(null),
})
export type Question = z.output<typeof question>
