import { z } from 'zod'
import { line, paragraph, wholeNumber } from '@/core/fields'

export const QUESTION_KINDS = ['single', 'multiple', 'ranking', 'scale', 'number', 'text', 'matrix'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

const key = () => z.string().regex(/^[a-z][a-z0-9_]{0,19}$/)

/** What can be chosen, or a row of a matrix; answers hold the code, so that words may be mended. */
const option = z.strictObject({
  code: line(40),
  label: line(100),
  labelEn: line(200).nullable().default(null),
})
export type Option = z.output<typeof option>

export const MOST_OPTIONS = 40
export const MOST_QUESTIONS = 60
/** A scale has at most eleven steps, as from 0 to 10. */
const MOST_STEPS = 10

/** One question. Of its parts only those of its kind count: choices have options, scales and numbers have ends, a matrix has rows. */
const question = z.strictObject({
  key: key(),
  kind: z.enum(QUESTION_KINDS),
  text: line(300),
  textEn: line(600).nullable().default(null),
  required: z.boolean().default(false),
  options: z.array(option).max(MOST_OPTIONS).default([]),
  rows: z.array(option).max(MOST_OPTIONS).default([]),
  /** At most so many choices, or so many places of a ranking. */
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

const repeats = (texts: readonly string[]): boolean => new Set(texts).size < texts.length

const CHOOSES: readonly QuestionKind[] = ['single', 'multiple', 'ranking', 'matrix']

/** What one question lacks by itself: the field and the word for it. */
function faultIn({ kind, options, rows, most, min, max }: Question): [string, string] | null {
  if (CHOOSES.includes(kind)) {
    if (options.length < 2) return ['options', 'two-options']
    if (repeats(options.map(({ code }) => code)) || repeats(options.map(({ label }) => label)))
      return ['options', 'named-twice']
    if ((kind === 'multiple' || kind === 'ranking') && most !== null && most > options.length)
      return ['most', 'out-of-range']
  }
  if (kind === 'matrix') {
    if (rows.length === 0) return ['rows', 'required']
    if (repeats(rows.map(({ code }) => code))) return ['rows', 'named-twice']
  }
  if (kind === 'scale') {
    if (min === null) return ['min', 'required']
    if (max === null) return ['max', 'required']
    if (max - min > MOST_STEPS) return ['max', 'out-of-range']
  }
  if ((kind === 'scale' || kind === 'number') && min !== null && max !== null && max <= min)
    return ['max', 'range-backwards']
  return null
}

/** What can be answered to a question that others wait for; null where nothing of theirs can hang on it. */
export function answersToAwait({ kind, options, min, max }: Question): string[] | null {
  if (kind === 'single' || kind === 'multiple') return options.map(({ code }) => code)
  if (kind !== 'scale' || min === null || max === null) return null
  return Array.from({ length: max - min + 1 }, (_, step) => String(min + step))
}

function waitsForNothing({ showIf }: Question, earlier: readonly Question[]): boolean {
  if (!showIf) return false
  const asked = earlier.find(({ key: known }) => known === showIf.question)
  const possible = asked && answersToAwait(asked)
  return !possible || showIf.is.some((code) => !possible.includes(code))
}

/** The questions of one form, in order; whatever hangs on an answer comes after the question. */
export const questions = z
  .array(question)
  .max(MOST_QUESTIONS)
  .superRefine((list, context) => {
    for (const [place, one] of list.entries()) {
      const say = (field: string, message: string) =>
        context.addIssue({ code: 'custom', message, path: [place, field] })
      const fault = faultIn(one)
      if (fault) say(...fault)
      const earlier = list.slice(0, place)
      if (earlier.some(({ key: known }) => known === one.key)) say('key', 'named-twice')
      if (waitsForNothing(one, earlier)) say('showIf', 'not-a-choice')
    }
  })

const answer = z.union([
  z.number(),
  paragraph(2_000),
  z.array(line(40)).max(MOST_OPTIONS),
  z.record(line(40), line(40)),
])

/** Answers by the keys of their questions: a code, several codes in order, a number, a text, or a code for each row. */
export const answers = z
  .record(key(), answer)
  .refine((given) => Object.keys(given).length <= MOST_QUESTIONS, {
    error: 'out-of-range',
  })
export type Answers = z.output<typeof answers>
export type Answer = Answers[string]
