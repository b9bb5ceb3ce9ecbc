import { answersToAwait, type Option, type Question, type QuestionKind } from '../schema'

/** The first of a, b, c … or a1, a2 … that is not taken yet; what was answered by a code keeps it. */
function freeName(prefix: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`${prefix}${number}`)) return `${prefix}${number}`
}

export function withNewOption(options: readonly Option[], label: string): Option[] {
  const code = freeName(
    'o',
    options.map((option) => option.code),
  )
  return [...options, { code, label, labelEn: null }]
}

const CHOOSES: readonly QuestionKind[] = ['single', 'multiple', 'ranking', 'matrix']

/** A question made over to a kind: it gets what the kind needs and loses what it does not. */
export function ofKind(
  question: Question,
  kind: QuestionKind,
  wordsFor: (place: number) => string,
): Question {
  const needed = (options: readonly Option[], least: number): Option[] => {
    let filled = [...options]
    while (filled.length < least) filled = withNewOption(filled, wordsFor(filled.length + 1))
    return filled
  }
  const isScale = kind === 'scale'
  return {
    ...question,
    kind,
    options: CHOOSES.includes(kind) ? needed(question.options, 2) : [],
    rows: kind === 'matrix' ? needed(question.rows, 1) : [],
    most: kind === 'multiple' || kind === 'ranking' ? question.most : null,
    min: isScale ? 1 : null,
    max: isScale ? 5 : null,
  }
}

export function newQuestion(
  questions: readonly Question[],
  text: string,
  wordsFor: (place: number) => string,
): Question {
  const key = freeName(
    'q',
    questions.map((question) => question.key),
  )
  const bare: Question = {
    key,
    kind: 'single',
    text,
    textEn: null,
    required: false,
    options: [],
    rows: [],
    most: null,
    min: null,
    max: null,
    showIf: null,
  }
  return ofKind(bare, 'single', wordsFor)
}

/** Questions of which each hangs only on what still comes before it and can still be answered so. */
export function settled(questions: readonly Question[]): Question[] {
  return questions.map((question, place) => {
    const { showIf } = question
    if (!showIf) return question
    const asked = questions.slice(0, place).find(({ key }) => key === showIf.question)
    const possible = (asked && answersToAwait(asked)) ?? []
    const is = showIf.is.filter((code) => possible.includes(code))
    return { ...question, showIf: is.length > 0 ? { ...showIf, is } : null }
  })
}

export const without = (questions: readonly Question[], key: string): Question[] =>
  settled(questions.filter((question) => question.key !== key))

/** A question one place up or down; at the end it stays. */
export function moved(questions: readonly Question[], key: string, by: -1 | 1): Question[] {
  const from = questions.findIndex((question) => question.key === key)
  const to = from + by
  const [one, other] = [questions[from], questions[to]]
  if (!one || !other) return [...questions]
  const changed = [...questions]
  changed[from] = other
  changed[to] = one
  return settled(changed)
}
