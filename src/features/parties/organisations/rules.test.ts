import { describe, expect, it } from 'vitest'
import { isOverdue, levelAbove, levelBelow, mayStandUnder } from './rules'
import { LEVELS } from './schema'

describe('levels', () => {
  it('let each organisation stand under the level directly above and under no other', () => {
    for (const [at, level] of LEVELS.entries())
      for (const parent of [null, ...LEVELS])
        expect(mayStandUnder(level, parent), `${level} under ${parent}`).toBe(
          parent === (at === 0 ? null : LEVELS[at - 1]),
        )
  })

  it('lead down and back up again', () => {
    for (const level of LEVELS) {
      const below = levelBelow(level)
      if (below) expect(levelAbove(below)).toBe(level)
    }
    expect(levelAbove('community_committee')).toBeNull()
    expect(levelBelow('building_group')).toBeNull()
  })
})

describe('an election', () => {
  it('is overdue from the day after the term', () => {
    expect(isOverdue('2026-11-24', '2026-11-25')).toBe(true)
    expect(isOverdue('2026-11-25', '2026-11-25')).toBe(false)
    expect(isOverdue(null, '2026-11-25')).toBe(false)
  })
})
