import { foldWidth } from '@/core/width'
import type { Fault } from '../rules'
import { type Answer, type Answers, answers as answersSchema, type Question } from '../schema'

/** The name of a question's field in a form; rankings and matrices have one for each option or row. */
export const fieldOf = (key: string, place?: number): string =>
  place === undefined ? `q-${key}` : `q-${key}-${place}`

type Read = { answer: Answer | null; fault?: Fault }

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A number as people write it, full-width digits and all; null for none. */
export function numberWritten(text: string): number | null {
  const plain = foldWidth(text).replaceAll(/[\s,，]/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

function numberIn(form: FormData, name: string): Read {
  const text = textIn(form, name)
  if (text === '') return { answer: null }
  const answer = numberWritten(text)
  return answer === null ? { answer: null, fault: 'wrong-type' } : { answer }
}

/** Options in the order of the places that they were given; two at one place are a fault. */
function rankingIn({ key, options }: Question, form: FormData): Read {
  const placed = options.flatMap(({ code }, index) => {
    const place = Number(textIn(form, fieldOf(key, index)))
    return place > 0 ? [{ code, place }] : []
  })
  if (new Set(placed.map(({ place }) => place)).size < placed.length)
    return { answer: null, fault: 'named-twice' }
  return { answer: placed.sort((one, other) => one.place - other.place).map(({ code }) => code) }
}

function matrixIn({ key, rows }: Question, form: FormData): Read {
  const given = rows.flatMap(({ code }, index) => {
    const chosen = textIn(form, fieldOf(key, index))
    return chosen ? [[code, chosen] as const] : []
  })
  return { answer: Object.fromEntries(given) }
}

function read(question: Question, form: FormData): Read {
  const name = fieldOf(question.key)
  switch (question.kind) {
    case 'multiple':
      return { answer: form.getAll(name).map(String) }
    case 'ranking':
      return rankingIn(question, form)
    case 'matrix':
      return matrixIn(question, form)
    case 'scale':
    case 'number':
      return numberIn(form, name)
    default:
      return { answer: textIn(form, name).replaceAll('\r\n', '\n') || null }
  }
}

const saysSomething = (answer: Answer | null): answer is Answer =>
  answer !== null && (typeof answer !== 'object' || Object.keys(answer).length > 0)

/** The answers that a form's fields hold, and what among them cannot be read. */
export function answersIn(
  questions: readonly Question[],
  form: FormData,
): { answers: Answers; faults: Record<string, Fault> } {
  const answers: Answers = {}
  const faults: Record<string, Fault> = {}
  for (const question of questions) {
    const { answer, fault } = read(question, form)
    if (fault) faults[question.key] = fault
    else if (saysSomething(answer)) {
      const parsed = answersSchema.safeParse({ [question.key]: answer })
      if (parsed.success) Object.assign(answers, parsed.data)
      else faults[question.key] = 'wrong-type'
    }
  }
  return { answers, faults }
}
