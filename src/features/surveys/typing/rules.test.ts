import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Question } from '../questions/schema'
import { typedAnswer, writtenAnswer } from './rules'

const options = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ code: `o${place + 1}`, label: `${place}`, labelEn: null }))
const ask = (kind: Question['kind'], count = 4): Question => ({
  key: 'q',
  kind,
  text: '题',
  textEn: null,
  required: false,
  options: options(count),
  rows: options(3),
  most: null,
  min: null,
  max: null,
  showIf: null,
})
const typed = (kind: Question['kind'], text: string, count?: number) => typedAnswer(ask(kind, count), text)

test('options are typed by their numbers, together where none has two digits', () => {
  expect(typed('single', '２')).toEqual({ answer: 'o2' })
  expect(typed('multiple', '134')).toEqual({ answer: ['o1', 'o3', 'o4'] })
  expect(typed('multiple', '1，3 4')).toEqual({ answer: ['o1', 'o3', 'o4'] })
  expect(typed('multiple', '11 3', 12)).toEqual({ answer: ['o11', 'o3'] })
  expect(typed('multiple', '11', 12)).toEqual({ answer: ['o11'] })
  expect(typed('ranking', '42')).toEqual({ answer: ['o4', 'o2'] })
  expect(typed('scale', '5')).toEqual({ answer: 5 })
  expect(typed('text', ' 好 ')).toEqual({ answer: '好' })
  expect(typed('matrix', '203')).toEqual({ answer: { o1: 'o2', o3: 'o3' } })
  for (const kind of ['single', 'text', 'matrix', 'number'] as const)
    expect(typed(kind, ' ')).toEqual({ answer: null })
})

test('what is on no paper cannot be typed', () => {
  expect(typed('single', '5')).toEqual({ fault: 'not-a-choice' })
  expect(typed('single', '12')).toEqual({ fault: 'too-many-choices' })
  expect(typed('multiple', '0')).toEqual({ fault: 'not-a-choice' })
  expect(typed('multiple', 'x')).toEqual({ fault: 'not-a-choice' })
  expect(typed('number', '三')).toEqual({ fault: 'wrong-type' })
  expect(typed('matrix', '1234')).toEqual({ fault: 'too-many-choices' })
})

test('what is shown of an answer and typed again is the same answer', () => {
  const codes = (count: number) =>
    fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 1 }).map((all) => all.map((n) => `o${n}`))
  fc.assert(
    fc.property(
      fc.constantFrom(4, 12).chain((count) => fc.tuple(fc.constant(count), codes(count))),
      ([count, answer]) => {
        const question = ask('multiple', count)
        expect(typedAnswer(question, writtenAnswer(question, answer as Answer))).toEqual({ answer })
      },
    ),
  )
  const matrix = ask('matrix', 12)
  const given = { o1: 'o12', o3: 'o2' }
  expect(typedAnswer(matrix, writtenAnswer(matrix, given))).toEqual({ answer: given })
})
