import { needed, optional } from './field'
import { COMPOUND, GRID, HOUSEHOLDS, STAIRWELLS } from './headings'
import { wholeNumber } from './values/numbers'
import { building } from './values/people'
import { code, place } from './values/words'

export const BUILDING = [
  '楼栋号',
  '幢号',
  '栋号',
  '楼号',
  '楼栋',
  '楼幢',
  '幢',
  '栋',
  '楼栋编号',
  '楼栋名称',
  '幢数号',
  '座号',
  '楼幢号',
  '楼栋序号',
  '号楼',
  '房屋栋号',
]

export const buildings = {
  kind: 'buildings',
  title: /楼栋台账|楼幢|楼栋(?!长)/,
  fields: {
    compound: needed(COMPOUND, place, { checked: true, grouped: true }),
    building: needed(BUILDING, building, { checked: true, tells: 2 }),
    stairwellCount: optional(STAIRWELLS, wholeNumber(50), { measure: true, tells: 2 }),
    floors: optional(
      ['层数', '楼层', '楼层数', '总层数', '地上层数', '总楼层', '楼层总数', '层', '地上楼层'],
      wholeNumber(120),
      { measure: true, tells: 3 },
    ),
    householdCount: optional(HOUSEHOLDS, wholeNumber(10_000), { measure: true, tells: 2 }),
    grid: optional(GRID, code, { checked: true }),
  },
} as const
