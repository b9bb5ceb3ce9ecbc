import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceMetres, isInChina, isNear, walkingMinutes, walkMinutes } from './geo'

const place = fc.record({
  longitude: fc.double({ min: 73, max: 136, noNaN: true }),
  latitude: fc.double({ min: 3, max: 54, noNaN: true }),
})
const home = { longitude: 120.15, latitude: 32.51 }

describe('geo', () => {
  it('a degree of latitude is 111.2 km', () => {
    expect(distanceMetres(home, { ...home, latitude: 33.51 })).toBeCloseTo(111_195, -1)
  })

  it('the way there is the way back, never negative, and nothing to oneself', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(distanceMetres(from, to)).toBeCloseTo(distanceMetres(to, from), 6)
        expect(distanceMetres(from, to)).toBeGreaterThanOrEqual(0)
        expect(distanceMetres(from, from)).toBe(0)
      }),
    )
  })

  it('nearness is decided before rounding: 615 m is near, 616 m is not', () => {
    const north = (metres: number) => ({ ...home, latitude: home.latitude + metres / 111_195.08 })
    expect(isNear(home, north(615))).toBe(true)
    expect(isNear(home, north(616))).toBe(false)
    expect(walkMinutes(home, north(615))).toBe(10)
    expect(walkMinutes(home, north(616))).toBe(11)
    expect(walkMinutes(home, home)).toBe(1)
  })

  it('the minutes told are never fewer than the minutes walked', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(walkMinutes(from, to)).toBeGreaterThanOrEqual(walkingMinutes(from, to))
      }),
    )
  })

  it('swapped longitude and latitude are no place in China', () => {
    expect(isInChina(home)).toBe(true)
    expect(isInChina({ longitude: home.latitude, latitude: home.longitude })).toBe(false)
    expect(isInChina({ longitude: Number.NaN, latitude: 32 })).toBe(false)
    expect(isInChina({ longitude: 0, latitude: 0 })).toBe(false)
  })
})
