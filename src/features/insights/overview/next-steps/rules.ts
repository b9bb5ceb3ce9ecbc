export type Gaps = {
  buildingsWithoutCaptain: number
  captainsWithoutPhone: number
  gridsWithoutMember: number
  provisionalZones: number
  zonesWithoutLead: number
  compoundsWithoutZone: number
  compoundsWithoutPlace: number
}
export type NextStep = { gap: keyof Gaps; count: number; href: string }

type Duty = 'captains.write' | 'grids.write' | 'zones.confirm' | 'zones.write' | 'places.write'

/** Where a gap is closed, and what the reader must be allowed to close it; in the order of what residents miss first. */
const WAYS: readonly { gap: keyof Gaps; duty: Duty; href: string }[] = [
  { gap: 'buildingsWithoutCaptain', duty: 'captains.write', href: '/office/captains/new' },
  { gap: 'captainsWithoutPhone', duty: 'captains.write', href: '/office/captains?phone=none' },
  { gap: 'gridsWithoutMember', duty: 'grids.write', href: '/office/grids?members=none' },
  { gap: 'zonesWithoutLead', duty: 'zones.write', href: '/office/zones?lead=no' },
  { gap: 'compoundsWithoutZone', duty: 'zones.write', href: '/office/zones/move?from=none' },
  { gap: 'provisionalZones', duty: 'zones.confirm', href: '/office/zones?state=provisional' },
  { gap: 'compoundsWithoutPlace', duty: 'places.write', href: '/office/zones' },
]

/** The gaps that this reader can close, each with the page on which that is done. */
export const nextSteps = (gaps: Gaps, may: (duty: Duty) => boolean): NextStep[] =>
  WAYS.flatMap(({ gap, duty, href }) => (gaps[gap] > 0 && may(duty) ? [{ gap, count: gaps[gap], href }] : []))
