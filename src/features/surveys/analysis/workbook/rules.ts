import type { Figure, Group } from '../figures/rules'
import type { Analysed, Analysis, RowHead } from '../rules'
import type { Grouping } from '../schema'

export type Line = {
  question: string
  /** None for all that the filter leaves. */
  group: string | null
  answer: string
  answered: number | null
  figure: Figure
}

const groupName = ({ names }: RowHead): string => names.map((name) => name || '—').join(' + ')

/** An analysis as rows of a workbook: the whole first, then group by group. */
export function linesOf({ questions, groups }: Analysis, by: Grouping, isEnglish: boolean): Line[] {
  const lines = (question: Analysed, group: string | null, { answered, figures }: Group): Line[] =>
    figures.flatMap((figure, index) => {
      const item = question.items[index]
      return item
        ? {
            question: (isEnglish && question.textEn) || question.text,
            group,
            answer: (isEnglish && item.labelEn) || item.label,
            answered,
            figure,
          }
        : []
    })
  return questions.flatMap((question) => [
    ...lines(question, null, question.total),
    ...(by === 'none'
      ? []
      : groups.flatMap((head, index) => {
          const group = question.groups[index]
          return group ? lines(question, groupName(head), group) : []
        })),
  ])
}
