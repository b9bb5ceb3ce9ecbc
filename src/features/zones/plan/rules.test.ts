import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOf } from './rules'

const sites = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    longitude: fc.double({ min: 120, max: 120.3, noNaN: true }),
    latitude: fc.double({ min: 32.4, max: 32.6, noNaN: true }),
    households: fc.nat(900),
    group: fc.constantFrom('a', 'b', null),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 40 },
)

test('every site lies on the sheet', () => {
  fc.assert(
    fc.property(sites, (given) => {
      const { width, height, sites: placed } = planOf(given)
      for (const { x, y } of placed) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
    }),
  )
})

test('no corner of a cell is nearer to another site than to its own', () => {
  fc.assert(
    fc.property(sites, (given) => {
      const { sites: placed } = planOf(given)
      for (const own of placed) {
        for (const corner of own.cell) {
          const apart = (site: { x: number; y: number }) => Math.hypot(site.x - corner.x, site.y - corner.y)
          for (const other of placed) expect(apart(other)).toBeGreaterThanOrEqual(apart(own) - 1e-6)
        }
      }
    }),
  )
})

test('north is up and east is right', () => {
  const at = (id: string, longitude: number, latitude: number) => ({
    id,
    longitude,
    latitude,
    households: 1,
    group: null,
  })
  const [southWest, northEast] = planOf([at('1', 120, 32), at('2', 120.1, 32.1)]).sites
  expect(northEast?.x).toBeGreaterThan(southWest?.x ?? 0)
  expect(northEast?.y).toBeLessThan(southWest?.y ?? 0)
})
