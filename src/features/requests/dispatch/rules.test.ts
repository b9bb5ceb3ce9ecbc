import { expect, test } from 'vitest'
import { type Candidate, misfitOf, type Rule, ruleFor, suggestWorkers } from './rules'

const rule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'r',
  name: 'r',
  categoryId: null,
  compoundId: null,
  zoneId: null,
  skill: null,
  weekdays: [],
  fromMinute: null,
  toMinute: null,
  ...changes,
})
const at = (text: string) => new Date(`${text}+08:00`)
const given = { categoryId: 'c', compoundId: 'k', zoneId: 'z', skill: '水电工', at: at('2026-11-25T22:30') }

test('a rule that asks nothing takes everything', () => {
  expect(misfitOf(rule(), given)).toBeNull()
})

test('each part that does not fit is named', () => {
  expect(misfitOf(rule({ categoryId: 'x' }), given)).toBe('category')
  expect(misfitOf(rule({ compoundId: 'x' }), given)).toBe('compound')
  expect(misfitOf(rule({ zoneId: 'x' }), given)).toBe('zone')
  expect(misfitOf(rule({ skill: '保洁' }), given)).toBe('skill')
  expect(misfitOf(rule({ weekdays: [6, 7] }), given)).toBe('weekday')
  expect(misfitOf(rule({ fromMinute: 480, toMinute: 1020 }), given)).toBe('time')
})

test('a night shift reaches over midnight', () => {
  const night = rule({ fromMinute: 22 * 60, toMinute: 6 * 60 })
  expect(misfitOf(night, given)).toBeNull()
  expect(misfitOf(night, { ...given, at: at('2026-11-25T05:59') })).toBeNull()
  expect(misfitOf(night, { ...given, at: at('2026-11-25T06:00') })).toBe('time')
})

test('the first rule in order wins', () => {
  const rules = [rule({ id: 'a', skill: '保洁' }), rule({ id: 'b', skill: '水电工' }), rule({ id: 'c' })]
  expect(ruleFor(rules, given)?.id).toBe('b')
})

const worker = (changes: Partial<Candidate>): Candidate => ({
  id: 'w',
  post: '水电工',
  furtherPosts: [],
  openJobs: 0,
  leadsZone: false,
  metres: null,
  ...changes,
})

test('nobody without the skill is suggested, and the own post goes before a further one', () => {
  const suggested = suggestWorkers('水电工', [
    worker({ id: 'cleaner', post: '保洁' }),
    worker({ id: 'second', post: '保安', furtherPosts: ['水电工'] }),
    worker({ id: 'first' }),
  ])
  expect(suggested.map(({ id }) => id)).toEqual(['first', 'second'])
  expect(suggested[0]?.reasons).toEqual(['post', 'free'])
})

test('who is free goes before who is busy, and who is near before who is far', () => {
  const order = suggestWorkers('水电工', [
    worker({ id: 'busy', openJobs: 5 }),
    worker({ id: 'far', openJobs: 1, metres: 3_000 }),
    worker({ id: 'near', openJobs: 1, metres: 300 }),
  ]).map(({ id }) => id)
  expect(order).toEqual(['near', 'far', 'busy'])
})
