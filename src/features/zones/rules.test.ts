import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutZones, type Sited } from './rules'

const site = fc.record({
  id: fc.uuid(),
  longitude: fc.double({ min: 120, max: 120.3, noNaN: true }),
  latitude: fc.double({ min: 32.4, max: 32.6, noNaN: true }),
  households: fc.integer({ min: 0, max: 900 }),
})
const sites = fc.uniqueArray(site, { selector: ({ id }) => id, minLength: 1, maxLength: 120 })

test('every site is in exactly one zone, and every zone has a site while there are enough', () => {
  fc.assert(
    fc.property(sites, fc.integer({ min: 1, max: 30 }), (given, count) => {
      const zones = cutZones(given, count)
      expect(
        zones
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(given.map(({ id }) => id).sort())
      expect(zones).toHaveLength(Math.min(count, given.length))
      expect(zones.every((zone) => zone.length > 0)).toBe(true)
    }),
  )
})

test('the order in which sites are given changes nothing', () => {
  fc.assert(
    fc.property(sites, fc.integer({ min: 1, max: 18 }), (given, count) => {
      const ids = (zones: Sited[][]) => zones.map((zone) => zone.map(({ id }) => id).sort())
      expect(ids(cutZones([...given].reverse(), count))).toEqual(ids(cutZones(given, count)))
    }),
  )
})

test('alike sites in a row are shared out evenly', () => {
  const row = Array.from({ length: 36 }, (_, index) => ({
    id: String(index).padStart(2, '0'),
    longitude: 120 + index / 1000,
    latitude: 32.5,
    households: 100,
  }))
  expect(cutZones(row, 18).map((zone) => zone.length)).toEqual(Array.from({ length: 18 }, () => 2))
})
