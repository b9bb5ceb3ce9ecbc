import { expect, test } from 'vitest'
import type { Question } from '../schema'
import { answersIn, fieldOf } from './rules'

const options = ['a', 'b', 'c'].map((code) => ({ code, label: code, labelEn: null }))
const ask = (key: string, kind: Question['kind']): Question => ({
  key,
  kind,
  text: key,
  textEn: null,
  required: false,
  options,
  rows: [{ code: 'x', label: 'x', labelEn: null }],
  most: null,
  min: null,
  max: null,
  showIf: null,
})
const form = (...fields: [string, string][]) => {
  const sent = new FormData()
  for (const [name, value] of fields) sent.append(name, value)
  return sent
}
const read = (kind: Question['kind'], ...fields: [string, string][]) =>
  answersIn([ask('q', kind)], form(...fields))

test('a form’s fields become answers of every kind', () => {
  expect(read('single', ['q-q', 'b']).answers).toEqual({ q: 'b' })
  expect(read('multiple', ['q-q', 'a'], ['q-q', 'c']).answers).toEqual({ q: ['a', 'c'] })
  expect(read('scale', ['q-q', '4']).answers).toEqual({ q: 4 })
  expect(read('number', ['q-q', ' １，２００.5 ']).answers).toEqual({ q: 1200.5 })
  expect(read('text', ['q-q', ' 一\r\n二 ']).answers).toEqual({ q: '一\n二' })
  expect(read('matrix', [fieldOf('q', 0), 'c']).answers).toEqual({ q: { x: 'c' } })
  expect(read('ranking', ['q-q-0', '2'], ['q-q-1', ''], ['q-q-2', '1']).answers).toEqual({ q: ['c', 'a'] })
})

test('what is left empty is no answer, and what cannot be read is a fault', () => {
  for (const kind of ['single', 'multiple', 'ranking', 'scale', 'number', 'text', 'matrix'] as const)
    expect(read(kind)).toEqual({ answers: {}, faults: {} })
  expect(read('number', ['q-q', '三十']).faults).toEqual({ q: 'wrong-type' })
  expect(read('ranking', ['q-q-0', '1'], ['q-q-1', '1']).faults).toEqual({ q: 'named-twice' })
  expect(read('text', ['q-q', 'x'.repeat(2_001)]).faults).toEqual({ q: 'wrong-type' })
})
