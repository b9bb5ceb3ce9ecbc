import { expect, test } from 'vitest'
import { type Question, questions as questionsSchema } from '../schema'
import { moved, newQuestion, ofKind, settled, withNewOption, without } from './rules'

const words = (place: number) => `选项${place}`
const three = (): Question[] => {
  let list: Question[] = []
  for (const text of ['一', '二', '三']) list = [...list, newQuestion(list, text, words)]
  const [one, two, last] = list as [Question, Question, Question]
  return [one, two, { ...last, showIf: { question: two.key, is: ['o1'] } }]
}

test('a new question can be asked as it is, whatever kind it is made over to', () => {
  for (const kind of ['single', 'multiple', 'ranking', 'scale', 'number', 'text', 'matrix'] as const)
    expect(questionsSchema.safeParse([ofKind(newQuestion([], '题', words), kind, words)]).success).toBe(true)
})

test('a key or a code that was given is not given again while it is there', () => {
  const list = three()
  expect(list.map(({ key }) => key)).toEqual(['q1', 'q2', 'q3'])
  expect(newQuestion(without(list, 'q2'), '四', words).key).toBe('q2')
  const options = withNewOption(list[0]?.options.slice(1) ?? [], '新')
  expect(options.map(({ code }) => code)).toEqual(['o2', 'o1'])
})

test('what hung on a question that is gone, or comes later now, is always asked', () => {
  expect(without(three(), 'q2').map(({ showIf }) => showIf)).toEqual([null, null])
  expect(moved(three(), 'q3', -1).map(({ key, showIf }) => [key, showIf])).toEqual([
    ['q1', null],
    ['q3', null],
    ['q2', null],
  ])
  expect(moved(three(), 'q2', -1).at(-1)?.showIf).toEqual({ question: 'q2', is: ['o1'] })
})

test('what hung on a choice that is gone hangs on the others', () => {
  const [one, two, last] = three() as [Question, Question, Question]
  const waiting = { ...last, showIf: { question: 'q2', is: ['o1', 'o2'] } }
  const fewer = { ...two, options: two.options.slice(1) }
  expect(settled([one, fewer, waiting]).at(-1)?.showIf).toEqual({ question: 'q2', is: ['o2'] })
})
