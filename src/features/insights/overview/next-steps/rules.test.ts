import { expect, test } from 'vitest'
import { nextSteps } from './rules'

const gaps = {
  buildingsWithoutCaptain: 1,
  captainsWithoutPhone: 1,
  gridsWithoutMember: 1,
  provisionalZones: 18,
  zonesWithoutLead: 2,
  compoundsWithoutZone: 0,
  compoundsWithoutPlace: 3,
}

test('what is in order, or for somebody else to do, is not asked for', () => {
  const steps = nextSteps(gaps, (duty) => duty === 'zones.write')
  expect(steps.some(({ gap }) => gap === 'zonesWithoutLead')).toBe(true)
  expect(steps.some(({ gap }) => gap === 'compoundsWithoutZone' || gap === 'provisionalZones')).toBe(false)
})
