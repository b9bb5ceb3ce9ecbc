import type { Answer, Answers, Question } from './schema'

export const FAULTS = [
  'required',
  'not-a-choice',
  'too-many-choices',
  'named-twice',
  'out-of-range',
  'wrong-type',
  'not-complete',
] as const
export type Fault = (typeof FAULTS)[number]

/** An answer as the codes that other questions may hang on. */
function codesOf(answer: Answer | undefined): string[] {
  if (answer === undefined) return []
  if (Array.isArray(answer)) return answer
  return typeof answer === 'object' ? [] : [String(answer)]
}

/** The questions that these answers lead to; what hangs on a question that is not asked is not asked either. */
export function askedQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const asked = new Set<string>()
  return questions.filter(({ key, showIf }) => {
    const isAsked =
      !showIf ||
      (asked.has(showIf.question) &&
        codesOf(answers[showIf.question]).some((code) => showIf.is.includes(code)))
    if (isAsked) asked.add(key)
    return isAsked
  })
}

const has = (options: readonly { code: string }[], code: string): boolean =>
  options.some((option) => option.code === code)

function faultOfNumber({ min, max }: Question, answer: Answer, whole: boolean): Fault | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'wrong-type'
  if (whole && !Number.isInteger(answer)) return 'wrong-type'
  return (min !== null && answer < min) || (max !== null && answer > max) ? 'out-of-range' : null
}

function faultOfChoices({ kind, options, most }: Question, answer: Answer, isDone: boolean): Fault | null {
  if (!Array.isArray(answer)) return 'wrong-type'
  if (answer.some((code) => !has(options, code))) return 'not-a-choice'
  if (new Set(answer).size < answer.length) return 'named-twice'
  if (most !== null && answer.length > most) return 'too-many-choices'
  // A ranking without a limit puts everything in order.
  return isDone && kind === 'ranking' && answer.length < (most === null ? options.length : 1)
    ? 'not-complete'
    : null
}

function faultOfMatrix({ rows, options, required }: Question, answer: Answer, isDone: boolean): Fault | null {
  if (typeof answer !== 'object' || Array.isArray(answer)) return 'wrong-type'
  const given = Object.entries(answer)
  if (given.some(([row, code]) => !has(rows, row) || !has(options, code))) return 'not-a-choice'
  return isDone && required && given.length < rows.length ? 'not-complete' : null
}

function faultOf(question: Question, answer: Answer | undefined, isDone: boolean): Fault | null {
  if (answer === undefined) return question.required && isDone ? 'required' : null
  switch (question.kind) {
    case 'single':
      if (typeof answer !== 'string') return 'wrong-type'
      return has(question.options, answer) ? null : 'not-a-choice'
    case 'multiple':
    case 'ranking':
      return faultOfChoices(question, answer, isDone)
    case 'scale':
      return faultOfNumber(question, answer, true)
    case 'number':
      return faultOfNumber(question, answer, false)
    case 'matrix':
      return faultOfMatrix(question, answer, isDone)
    default:
      return typeof answer === 'string' ? null : 'wrong-type'
  }
}

/** An answer that says nothing counts as none. */
const saysNothing = (answer: Answer): boolean =>
  answer === '' || (typeof answer === 'object' && Object.keys(answer).length === 0)

/** The answers that count: those to questions that are asked and that say something. */
export function countedAnswers(questions: readonly Question[], answers: Answers): Answers {
  const said = Object.fromEntries(Object.entries(answers).filter(([, answer]) => !saysNothing(answer)))
  return Object.fromEntries(
    askedQuestions(questions, said).flatMap(({ key }) => {
      const answer = said[key]
      return answer === undefined ? [] : [[key, answer]]
    }),
  )
}

/** What is wrong with answers, question by question; of answers that are not complete yet only what can never be right. */
export function faultsOf(
  questions: readonly Question[],
  answers: Answers,
  isDone: boolean,
): Record<string, Fault> {
  const counted = countedAnswers(questions, answers)
  const unknown = Object.keys(answers).filter((key) => !questions.some((question) => question.key === key))
  return Object.fromEntries([
    ...unknown.map((key): [string, Fault] => [key, 'not-a-choice']),
    ...askedQuestions(questions, counted).flatMap((question): [string, Fault][] => {
      const fault = faultOf(question, counted[question.key], isDone)
      return fault ? [[question.key, fault]] : []
    }),
  ])
}

/** Questions page by page: whatever hangs on an answer stands on a later page than the question, so that it can be left out without a script. */
export function pagesOf(questions: readonly Question[], most = 5): Question[][] {
  const pages: Question[][] = []
  for (const question of questions) {
    const page = pages.at(-1)
    const hangsOn = question.showIf?.question
    if (page && page.length < most && !page.some(({ key }) => key === hangsOn)) page.push(question)
    else pages.push([question])
  }
  return pages
}

/** A question's words in a language; where there is no English, the Chinese stands. */
export const wordsOf = ({ text, textEn }: Question, locale: string): string =>
  locale === 'en' ? (textEn ?? text) : text

export const labelOf = (
  { label, labelEn }: { label: string; labelEn: string | null },
  locale: string,
): string => (locale === 'en' ? (labelEn ?? label) : label)

/** The steps of a scale. */
export const stepsOf = ({ min, max }: Question): number[] =>
  Array.from({ length: (max ?? 0) - (min ?? 0) + 1 }, (_, step) => (min ?? 0) + step)

/** What a question hangs on, as it can be said on paper: the question's place, from 1, and the answers. */
export function askedPlace(
  { showIf }: Question,
  questions: readonly Question[],
): { place: number; question: Question; codes: readonly string[] } | null {
  const index = questions.findIndex(({ key }) => key === showIf?.question)
  const question = questions[index]
  return showIf && question ? { place: index + 1, question, codes: showIf.is } : null
}
