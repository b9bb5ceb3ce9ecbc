import type { Question } from '../questions/schema'
import type { Group, Item, Sight } from './figures/rules'

/** A row of a crossed table; several names where some of it is too small to stand alone. */
export type RowHead = { key: string; names: string[]; issued: number; returned: number }

export type Analysed = Pick<Question, 'key' | 'kind' | 'text' | 'textEn'> & {
  items: Item[]
  total: Group
  groups: Group[]
}

export type Choice = { value: string; label: string }

export type Analysis = {
  id: string
  name: string
  nameEn: string | null
  /** Exact for who may see single answers; whole fives for all others. */
  sight: Sight
  /** Closed to all others while answers still come in, since a figure before and after one answer would tell it, and where too few answered. */
  isOpen: boolean
  issued: number
  returned: number
  households: number
  effect: number
  communities: Choice[]
  compounds: Choice[]
  /** What can be crossed, whatever is shown now. */
  asked: Pick<Question, 'key' | 'text' | 'textEn'>[]
  groups: RowHead[]
  questions: Analysed[]
}

/** All questions that a campaign's forms ever had: the newest words, and of options and rows every one. */
export function questionsOf(forms: readonly { questions: unknown }[]): Question[] {
  const known = new Map<string, Question>()
  for (const { questions } of forms)
    for (const question of questions as Question[]) {
      const newer = known.get(question.key)
      known.set(
        question.key,
        newer
          ? {
              ...newer,
              options: unionOf(newer.options, question.options),
              rows: unionOf(newer.rows, question.rows),
            }
          : question,
      )
    }
  return [...known.values()]
}

const unionOf = <T extends { code: string }>(newer: readonly T[], older: readonly T[]): T[] => [
  ...newer,
  ...older.filter(({ code }) => newer.every((one) => one.code !== code)),
]
