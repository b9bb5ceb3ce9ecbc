import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesOfDay } from '@/core/instants'
import { awakeFrom } from './notify'

const at = (text: string) => new Date(`${text}:00+08:00`)
const NIGHT = { from: 21 * 60, to: 7 * 60 }

test('what comes in the quiet hours waits until their end, over midnight too, and else goes at once', () => {
  expect(awakeFrom(at('2026-11-25T22:30'), NIGHT)).toEqual(at('2026-11-26T07:00'))
  expect(awakeFrom(at('2026-11-25T03:00'), NIGHT)).toEqual(at('2026-11-25T07:00'))
  expect(awakeFrom(at('2026-11-25T07:00'), NIGHT)).toEqual(at('2026-11-25T07:00'))
  expect(awakeFrom(at('2026-11-25T13:00'), { from: 12 * 60, to: 14 * 60 })).toEqual(at('2026-11-25T14:00'))
  expect(awakeFrom(at('2026-11-25T13:00'), { from: 0, to: 0 })).toEqual(at('2026-11-25T13:00'))
})

test('it is never in the quiet hours, never earlier, and less than a day later', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  fc.assert(
    fc.property(
      fc.date({ min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00'), noInvalidDate: true }),
      minute,
      minute,
      (now, from, to) => {
        const awake = awakeFrom(now, { from, to })
        const of = minutesOfDay(awake)
        expect(from <= to ? of >= from && of < to : of >= from || of < to).toBe(false)
        const later = awake.getTime() - now.getTime()
        expect(later >= 0 && later < 86_400_000).toBe(true)
      },
    ),
  )
})
