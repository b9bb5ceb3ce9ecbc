import { foldWidth } from '@/core/width'
import type { Fault } from '../questions/rules'
import type { Answer, Question } from '../questions/schema'
import { numberWritten } from '../questions/sent/rules'

/** What was typed for one question: its answer, none, or why it cannot be one. */
export type Typed = { answer: Answer | null } | { fault: Fault }

/** Numbers as they are typed: 1 3 4, 1,3,4 or, where no option has two digits, 134. */
function numbersIn(text: string, most: number): number[] {
  const plain = foldWidth(text).trim()
  const parts = most < 10 && /^\d+$/.test(plain) ? [...plain] : plain.split(/[\s,，、.;；]+/)
  return parts.filter(Boolean).map(Number)
}

function codesIn(text: string, options: Question['options']): string[] | null {
  const codes = numbersIn(text, options.length).map((number) => options[number - 1]?.code)
  return codes.every((code) => code !== undefined) ? (codes as string[]) : null
}

/** Reads what a clerk types for a question: options and rows by their numbers on the paper, 0 for a row that was left empty. */
export function typedAnswer(question: Question, text: string): Typed {
  const { kind, options, rows } = question
  if (text.trim() === '') return { answer: null }
  if (kind === 'text') return { answer: text.trim() }
  if (kind === 'number' || kind === 'scale') {
    const answer = numberWritten(text)
    return answer === null ? { fault: 'wrong-type' } : { answer }
  }
  if (kind === 'matrix') {
    const numbers = numbersIn(text, options.length)
    if (numbers.length > rows.length) return { fault: 'too-many-choices' }
    const given: [string, string][] = []
    for (const [place, number] of numbers.entries()) {
      if (number === 0) continue
      const [row, option] = [rows[place], options[number - 1]]
      if (!row || !option) return { fault: 'not-a-choice' }
      given.push([row.code, option.code])
    }
    return { answer: Object.fromEntries(given) }
  }
  const codes = codesIn(text, options)
  if (!codes) return { fault: 'not-a-choice' }
  if (kind !== 'single') return { answer: codes }
  return codes.length === 1 && codes[0] ? { answer: codes[0] } : { fault: 'too-many-choices' }
}

/** An answer as it would be typed. */
export function writtenAnswer({ kind, options, rows }: Question, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  const numberOf = (code: string | undefined) => options.findIndex((option) => option.code === code) + 1
  const apart = options.length < 10 ? '' : ' '
  if (Array.isArray(answer)) return answer.map(numberOf).join(apart)
  if (typeof answer === 'object') return rows.map(({ code }) => numberOf(answer[code])).join(apart)
  return kind === 'single' ? String(numberOf(String(answer))) : String(answer)
}
