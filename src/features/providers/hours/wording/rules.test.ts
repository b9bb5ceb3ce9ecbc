import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayHours, ServiceHours, Span, Week } from '../rules'
import { parseHours } from '../written/rules'
import { formatDayHours, formatHours } from './rules'

/** Spans in order that do not touch, from five in the morning on, the last at times until the next morning. */
const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 60, max: 287 }), { minLength: 2, maxLength: 6 })
  .map((marks) => marks.sort((one, other) => one - other).map((mark) => mark * 5))
  .map((marks) => {
    const pairs: Span[] = []
    for (let index = 0; index + 1 < marks.length; index += 2)
      pairs.push([marks[index] ?? 0, marks[index + 1] ?? 0])
    return pairs
  })

const open: fc.Arbitrary<DayHours> = fc.oneof(
  spans.map((some): DayHours => ({ kind: 'open', spans: some })),
  fc.constantFrom<DayHours>(
    { kind: 'open', spans: [[0, 1440]] },
    { kind: 'open', spans: [[1080, 1800]] },
    { kind: 'open', spans: [[480, 1920]] },
  ),
)
const dayHours = fc.oneof(
  { weight: 3, arbitrary: open },
  { weight: 1, arbitrary: fc.constantFrom<DayHours>({ kind: 'closed' }, { kind: 'by-appointment' }) },
)

/** A few kinds of days, as a real week has them, dealt to eight slots. */
const week: fc.Arbitrary<Week> = fc
  .tuple(open, dayHours, dayHours, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 }))
  .map(([first, second, third, deal]) => {
    const slots = deal.map((index, slot) => (slot === 0 ? first : ([first, second, third][index] ?? first)))
    return { days: slots.slice(0, 7), holiday: slots[7] ?? first }
  })

const plain: fc.Arbitrary<ServiceHours> = fc.record({
  week,
  summer: fc.constant(null),
  otherwiseByAppointment: fc.boolean(),
})

const everyDay = (spansOfDay: Span[]): Week => {
  const hours: DayHours = { kind: 'open', spans: spansOfDay }
  return { days: Array.from({ length: 7 }, () => hours), holiday: hours }
}

const seasonal: fc.Arbitrary<ServiceHours> = fc
  .record({
    winter: spans,
    summer: spans,
    from: fc.constantFrom('04-01', '05-01', '06-15'),
    to: fc.constantFrom('08-31', '09-30', '10-07'),
    otherwiseByAppointment: fc.boolean(),
  })
  .filter(({ winter, summer }) => JSON.stringify(winter) !== JSON.stringify(summer))
  .map(({ winter, summer, from, to, otherwiseByAppointment }) => ({
    week: everyDay(winter),
    summer: { from, to, week: everyDay(summer) },
    otherwiseByAppointment,
  }))

describe('formatHours', () => {
  it('what it writes in Chinese is understood as the same hours', () => {
    fc.assert(
      fc.property(fc.oneof(plain, seasonal), (hours) => {
        expect(parseHours(formatHours(hours, 'zh-CN'))).toEqual(hours)
      }),
      { numRuns: 500 },
    )
  })

  it('writes English without a Chinese character', () => {
    fc.assert(
      fc.property(fc.oneof(plain, seasonal), (hours) => {
        expect(formatHours(hours, 'en')).not.toMatch(/[\u4e00-\u9fff]/)
      }),
    )
  })

  it('writes one day by itself', () => {
    expect(
      formatDayHours(
        {
          kind: 'open',
          spans: [
            [510, 690],
            [840, 1050],
          ],
        },
        'zh-CN',
      ),
    ).toBe('8:30–11:30、14:00–17:30')
    expect(formatDayHours({ kind: 'closed' }, 'en')).toBe('closed')
  })
})
