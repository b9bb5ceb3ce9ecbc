import { expect, test } from 'vitest'
import { standingOn, worstOf } from './rules'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const term = { startsOn: day('2026-01-10'), endsOn: day('2026-11-20') }

test('both ends of a term belong to it, the days beside it do not', () => {
  expect(standingOn([term], day('2026-01-10'))).toBe('counted')
  expect(standingOn([term], day('2026-11-20'))).toBe('counted')
  expect(standingOn([term], day('2026-11-21'))).toBe('aside')
  expect(standingOn([term], day('2026-01-09'))).toBe('aside')
  expect(standingOn([{ ...term, endsOn: null }], day('2030-01-01'))).toBe('counted')
})

test('a second term fills the gap of the first, and without any nothing is one’s own', () => {
  const again = { startsOn: day('2026-11-24'), endsOn: null }
  expect(standingOn([term, again], day('2026-11-22'))).toBe('aside')
  expect(standingOn([term, again], day('2026-11-25'))).toBe('counted')
  expect(standingOn([], day('2026-11-25'))).toBeNull()
})

test('a round is as good as its worst point', () => {
  expect(worstOf(['good', 'bad', 'fair'])).toBe('bad')
  expect(worstOf(['good', 'fair'])).toBe('fair')
  expect(worstOf(['good'])).toBe('good')
})
