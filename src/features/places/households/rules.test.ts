import { describe, expect, it } from 'vitest'
import { roomsOf } from './rules'
import { householdChanges, householdRange } from './schema'

const stairwellId = '01890000-0000-7000-8000-000000000001'
const range = (floorFrom: number, floorTo: number, doorFrom: number, doorTo: number) => ({
  stairwellId,
  floorFrom,
  floorTo,
  doorFrom,
  doorTo,
})

describe('a range of doors', () => {
  it('goes floor by floor, doors in two digits', () => {
    expect(roomsOf(range(1, 2, 1, 3))).toEqual(['101', '102', '103', '201', '202', '203'])
    expect(roomsOf({ ...range(12, 12, 9, 10), prefix: 'A' })).toEqual(['A1209', 'A1210'])
  })

  it('holds 400 doors at most and runs upwards', () => {
    expect(householdRange.safeParse(range(1, 40, 1, 10)).success).toBe(true)
    expect(householdRange.safeParse(range(1, 40, 1, 11)).success).toBe(false)
    expect(householdRange.safeParse(range(2, 1, 1, 2)).success).toBe(false)
  })
})

it('a door is one however it is written', () => {
  for (const room of ['101', ' 101室', '１０１', '1 01'])
    expect(householdChanges.parse({ room, version: 1 }).room).toBe('101')
  expect(householdChanges.safeParse({ room: '室', version: 1 }).success).toBe(false)
})
