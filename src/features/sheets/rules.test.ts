import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNear } from '@/core/geo'
import { sheetView } from './document.fixture'
import {
  type Candidate,
  choosePropertyPoint,
  chooseProviders,
  MOST_PROVIDERS,
  sheetContentHash,
  spacedPhone,
  telOf,
} from './rules'

const home = { longitude: 120.15, latitude: 32.51 }
const north = (metres: number) => ({ ...home, latitude: home.latitude + metres / 111_195 })
const at = (category: string, metres: number, name = `${category}${metres}`): Candidate => ({
  category,
  name,
  coordinates: north(metres),
})
const names = (chosen: readonly { candidate: Candidate }[]) => chosen.map(({ candidate }) => candidate.name)

describe('the providers of a sheet', () => {
  it('the nearest of each category come first, in the order of need, then the others by distance', () => {
    const candidates = [
      at('理发', 50),
      at('理发', 100),
      at('水电维修', 300),
      at('水电维修', 200),
      at('开锁', 600),
    ]
    expect(names(chooseProviders(home, candidates))).toEqual([
      '水电维修200',
      '开锁600',
      '理发50',
      '理发100',
      '水电维修300',
    ])
  })

  it('a category of the street’s own stands behind the known ones', () => {
    expect(names(chooseProviders(home, [at('磨刀', 10), at('爱心驿站', 500)]))).toEqual([
      '爱心驿站500',
      '磨刀10',
    ])
  })

  it('beyond ten minutes, without coordinates or as a property service point, none is listed', () => {
    const unplaced: Candidate = { category: '开锁', name: '无坐标', coordinates: null }
    expect(chooseProviders(home, [at('开锁', 616), unplaced, at('物业服务点', 10)])).toEqual([])
    expect(chooseProviders(home, [at('开锁', 615)])[0]?.walkMinutes).toBe(10)
  })

  it('the property service point is the nearest, however far', () => {
    const chosen = choosePropertyPoint(home, [at('物业服务点', 3000), at('物业服务点', 2000), at('开锁', 1)])
    expect(chosen?.candidate.name).toBe('物业服务点2000')
    expect(chosen?.walkMinutes).toBe(33)
    expect(choosePropertyPoint(home, [at('开锁', 1)])).toBeNull()
  })

  it('never more than a page holds, never one too far, never one twice, whatever the order they come in', () => {
    const candidate = fc
      .record({
        category: fc.constantFrom('水电维修', '开锁', '理发', '磨刀', '物业服务点'),
        metres: fc.integer({ min: 0, max: 1200 }),
      })
      .map(({ category, metres }) => at(category, metres))
    const lists = fc.uniqueArray(candidate, { maxLength: 40, selector: ({ name }) => name })
    fc.assert(
      fc.property(lists, (candidates) => {
        const chosen = chooseProviders(home, candidates)
        expect(chosen.length).toBeLessThanOrEqual(MOST_PROVIDERS)
        expect(new Set(names(chosen)).size).toBe(chosen.length)
        for (const one of chosen) {
          expect(one.candidate.coordinates && isNear(home, one.candidate.coordinates)).toBe(true)
        }
        expect(chooseProviders(home, candidates.toReversed())).toEqual(chosen)
      }),
    )
  })
})

describe('a version of a sheet', () => {
  it('depends on what is shown, not on its own number, its day or the host', () => {
    const view = sheetView()
    const hash = sheetContentHash(view)
    expect(
      sheetContentHash({ ...view, version: 9, holdsFrom: '2030-01-01', address: 'https://elsewhere/b/x' }),
    ).toBe(hash)
    expect(sheetContentHash({ ...view, code: 'another' })).not.toBe(hash)
    expect(sheetContentHash({ ...view, captains: [{ name: '顾建兆', phone: null }] })).not.toBe(hash)
  })

  it('does not depend on the order of keys', () => {
    const view = sheetView()
    const reversed = Object.fromEntries(Object.entries(view).toReversed()) as typeof view
    expect(sheetContentHash(reversed)).toBe(sheetContentHash(view))
  })
})

describe('a number on a sheet', () => {
  it.each([
    ['19110003774', '191 1000 3774', '19110003774'],
    ['191-1000-3774', '191 1000 3774', '19110003774'],
    ['+8619110003774', '191 1000 3774', '+8619110003774'],
    ['0523-88534592', '0523-8853 4592', '052388534592'],
    ['05238853459', '0523-885 3459', '05238853459'],
    ['010-12345678', '010-1234 5678', '01012345678'],
    ['12345', '12345', '12345'],
    ['400-820-8820', '400-820-8820', '4008208820'],
  ])('%s is read as %s and dialled as %s', (kept, read, dialled) => {
    expect(spacedPhone(kept)).toBe(read)
    expect(telOf(kept)).toBe(dialled)
  })
})
