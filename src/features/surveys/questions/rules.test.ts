import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedQuestions, countedAnswers, faultsOf, pagesOf } from './rules'
import { type Answers, type Question, questions as questionsSchema } from './schema'

const option = (code: string) => ({ code, label: code, labelEn: null })
const ask = (key: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  key,
  kind,
  text: key,
  textEn: null,
  required: false,
  options: ['single', 'multiple', 'ranking', 'matrix'].includes(kind) ? ['a', 'b', 'c'].map(option) : [],
  rows: kind === 'matrix' ? ['x', 'y'].map(option) : [],
  most: null,
  min: kind === 'scale' ? 1 : null,
  max: kind === 'scale' ? 5 : null,
  showIf: null,
  ...more,
})
const fault = (question: Question, answer: Answers[string], isDone = true) =>
  faultsOf([question], { [question.key]: answer }, isDone)[question.key]

describe('an answer', () => {
  test.each([
    [ask('q', 'single'), 'a', undefined],
    [ask('q', 'single'), 'z', 'not-a-choice'],
    [ask('q', 'single'), ['a'], 'wrong-type'],
    [ask('q', 'multiple'), ['a', 'c'], undefined],
    [ask('q', 'multiple'), ['a', 'a'], 'named-twice'],
    [ask('q', 'multiple', { most: 1 }), ['a', 'b'], 'too-many-choices'],
    [ask('q', 'multiple'), ['a', 'z'], 'not-a-choice'],
    [ask('q', 'multiple'), 'a', 'wrong-type'],
    [ask('q', 'ranking'), ['c', 'a', 'b'], undefined],
    [ask('q', 'ranking'), ['c', 'a'], 'not-complete'],
    [ask('q', 'ranking', { most: 2 }), ['c'], undefined],
    [ask('q', 'ranking', { most: 2 }), ['c', 'a', 'b'], 'too-many-choices'],
    [ask('q', 'scale'), 5, undefined],
    [ask('q', 'scale'), 6, 'out-of-range'],
    [ask('q', 'scale'), 2.5, 'wrong-type'],
    [ask('q', 'scale'), '3', 'wrong-type'],
    [ask('q', 'number', { min: 0 }), 12.5, undefined],
    [ask('q', 'number', { min: 0 }), -1, 'out-of-range'],
    [ask('q', 'text'), '路面不平', undefined],
    [ask('q', 'text'), 3, 'wrong-type'],
    [ask('q', 'matrix'), { x: 'a', y: 'b' }, undefined],
    [ask('q', 'matrix'), { x: 'a' }, undefined],
    [ask('q', 'matrix', { required: true }), { x: 'a' }, 'not-complete'],
    [ask('q', 'matrix'), { z: 'a' }, 'not-a-choice'],
    [ask('q', 'matrix'), ['a'], 'wrong-type'],
  ] as const)('to %o that says %j is %s', (question, answer, expected) => {
    expect(fault(question, answer as Answers[string])).toBe(expected)
  })

  test('is missed only at the end, and only where it is required', () => {
    const required = ask('q', 'text', { required: true })
    expect(faultsOf([required], {}, true)).toEqual({ q: 'required' })
    expect(faultsOf([required], {}, false)).toEqual({})
    expect(faultsOf([ask('q', 'text')], {}, true)).toEqual({})
    expect(fault(ask('q', 'ranking'), ['c'], false)).toBeUndefined()
  })

  test('to a question that nobody asks is a fault', () => {
    expect(faultsOf([ask('q', 'text')], { other: 'x' }, false)).toEqual({ other: 'not-a-choice' })
  })
})

const CHAIN = [
  ask('pet', 'single', { required: true }),
  ask('kind', 'multiple', { required: true, showIf: { question: 'pet', is: ['a'] } }),
  ask('name', 'text', { required: true, showIf: { question: 'kind', is: ['b', 'c'] } }),
  ask('end', 'text'),
]
const keysFor = (answers: Answers) => askedQuestions(CHAIN, answers).map(({ key }) => key)

describe('what hangs on an answer', () => {
  test('is asked only after that answer, through several steps', () => {
    expect(keysFor({})).toEqual(['pet', 'end'])
    expect(keysFor({ pet: 'a' })).toEqual(['pet', 'kind', 'end'])
    expect(keysFor({ pet: 'a', kind: ['a', 'c'] })).toEqual(['pet', 'kind', 'name', 'end'])
    // An answer that stayed from before brings nothing back.
    expect(keysFor({ pet: 'b', kind: ['c'] })).toEqual(['pet', 'end'])
  })

  test('is neither missed nor counted where it is not asked', () => {
    const answers = { pet: 'b', kind: ['c'], name: '小白' }
    expect(faultsOf(CHAIN, answers, true)).toEqual({})
    expect(countedAnswers(CHAIN, answers)).toEqual({ pet: 'b' })
  })

  test('never stands on one page with the question that it hangs on', () => {
    const shape = fc.array(fc.nat(20), { maxLength: 25 })
    fc.assert(
      fc.property(shape, (links) => {
        const list = links.map((link, place) =>
          ask(`q${place}`, 'single', {
            showIf: place > 0 && link % 3 === 0 ? { question: `q${link % place}`, is: ['a'] } : null,
          }),
        )
        const pages = pagesOf(list)
        expect(pages.flat()).toEqual(list)
        for (const page of pages)
          for (const { showIf } of page) expect(page.some(({ key }) => key === showIf?.question)).toBe(false)
      }),
    )
  })
})

describe('a form', () => {
  const faults = (list: Question[]) =>
    questionsSchema.safeParse(list).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

  test('takes questions of every kind', () => {
    const kinds = ['single', 'multiple', 'ranking', 'scale', 'number', 'text', 'matrix'] as const
    expect(faults([...kinds.map((kind) => ask(`q_${kind}`, kind)), ...CHAIN])).toBeUndefined()
  })

  test('says what a question lacks', () => {
    expect(faults([ask('q', 'single', { options: [option('a')] })])).toEqual(['0.options two-options'])
    expect(faults([ask('q', 'multiple', { most: 4 })])).toEqual(['0.most out-of-range'])
    expect(faults([ask('q', 'matrix', { rows: [] })])).toEqual(['0.rows required'])
    expect(faults([ask('q', 'scale', { min: 5, max: 1 })])).toEqual(['0.max range-backwards'])
    expect(faults([ask('q', 'text'), ask('q', 'text')])).toEqual(['1.key named-twice'])
  })

  test('lets nothing hang on what comes later, or on an answer that cannot be given', () => {
    const [pet, kind] = CHAIN as [Question, Question]
    expect(faults([kind, pet])).toEqual(['0.showIf not-a-choice'])
    expect(faults([pet, { ...kind, showIf: { question: 'pet', is: ['z'] } }])).toEqual([
      '1.showIf not-a-choice',
    ])
    expect(faults([ask('t', 'text'), { ...kind, showIf: { question: 't', is: ['a'] } }])).toEqual([
      '1.showIf not-a-choice',
    ])
  })
})
