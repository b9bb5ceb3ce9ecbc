import { describe, expect, it } from 'vitest'
import { textOf } from '../../../tests/support/registers/workbook'
import type { Teaching } from './mapping/match'
import { planImport } from './plan/plan'
import { EMPTY_STREET, type Existing } from './plan/records'
import { readRegisters } from './registers'

const STREET = { code: '320999002', name: '柳溪街道' }
const EXISTING: Existing = {
  ...EMPTY_STREET,
  communities: [{ name: '柳溪社区', code: '320999002001' }],
  compounds: [
    {
      name: '金桂苑',
      community: '柳溪社区',
      householdCount: 96,
      builtYear: 2003,
      facilities: ['监控', '道闸'],
    },
  ],
  grids: [{ code: '320999002001-001', name: '柳溪第一网格', community: '柳溪社区' }],
  buildings: ['1', '2'].map((number) => ({
    compound: '金桂苑',
    number,
    name: `${number}幢`,
    grid: '320999002001-001',
  })),
  persons: [{ name: '何晶', phone: '13900000024' }],
  captains: [
    {
      person: { name: '何晶', phone: '13900000024' },
      buildings: [
        { compound: '金桂苑', number: '1' },
        { compound: '金桂苑', number: '2' },
      ],
    },
  ],
}

const plan = async (rows: (string | number | null)[][], teachings: Teaching[] = [], existing = EXISTING) => {
  const files = [{ name: 'a.csv', bytes: Buffer.from(textOf(rows)) }]
  return planImport(await readRegisters(files, teachings), STREET, existing)
}
const CAPTAINS = ['楼栋长姓名', '联系电话', '小区', '负责楼栋']

describe('a later file', () => {
  it('updates what it gives and leaves alone what it does not give', async () => {
    const { records } = await plan([
      ['小区名称', '所属社区', '户数', '现有设施'],
      ['金桂苑', '柳溪居委会', 98, '道闸、监控'],
    ])
    expect(records.compounds).toMatchObject([
      { change: 'update', changed: ['householdCount'], before: { builtYear: 2003 } },
    ])
    expect(records.compounds[0]?.record).not.toHaveProperty('builtYear')
  })

  it('a blank cell wipes nothing', async () => {
    const { records } = await plan([
      ['小区名称', '所属社区', '户数'],
      ['金桂苑', '柳溪', '—'],
    ])
    expect(records.compounds[0]?.change).toBe('same')
  })

  it('a captain named for one of two buildings keeps both', async () => {
    const { records, successions } = await plan([CAPTAINS, ['何晶', '13900000024', '金桂苑', '1幢']])
    expect(records.captains[0]?.change).toBe('same')
    expect(successions).toEqual([])
  })

  it('another captain follows the one there is, with a word about it', async () => {
    const { successions, warnings, accepted } = await plan([
      CAPTAINS,
      ['胡兵', '13900000025', '金桂苑', '2幢'],
    ])
    expect(successions).toMatchObject([
      { building: { number: '2' }, from: { name: '何晶' }, to: { name: '胡兵' } },
    ])
    expect(warnings.map(({ code }) => code)).toEqual(['captain-succeeds'])
    expect(accepted.buildingsWithoutCaptain).toBe(0)
  })

  it('the same name on the same building with another number is the same person', async () => {
    const { newNumbers, successions } = await plan([CAPTAINS, ['何 晶', '13900000099', '金桂苑', '1、2幢']])
    expect(newNumbers[0]).toEqual({ name: '何晶', from: '13900000024', to: '13900000099' })
    expect(successions).toEqual([])
  })
})

describe('rows of one import', () => {
  it('of which two claim a building leave it to the first', async () => {
    const { rejected, records } = await plan([
      CAPTAINS,
      ['何晶', '13900000024', '金桂苑', '1幢'],
      ['胡兵', '13900000025', '金桂苑', '1号楼'],
    ])
    expect(records.captains).toHaveLength(1)
    expect(rejected).toMatchObject([
      { row: 3, column: '负责楼栋', value: '1号楼', code: 'building-has-captain' },
    ])
  })

  it('of one captain become one appointment', async () => {
    const { records, rejected } = await plan(
      [CAPTAINS, ['何晶', '13900000024', '金桂苑', '1幢'], ['同上', '同上', '同上', '2幢']],
      [],
      { ...EXISTING, captains: [] },
    )
    expect(records.captains.map(({ record }) => record.buildings.map(({ number }) => number))).toEqual([
      ['1', '2'],
    ])
    expect(rejected).toEqual([])
  })

  it('that point at a refused compound say where it was refused', async () => {
    const reading = await readRegisters([
      {
        name: '1.csv',
        bytes: Buffer.from(
          textOf([
            ['小区名称', '所属社区', '户数'],
            ['新苑', '柳溪', '约三百'],
          ]),
        ),
      },
      {
        name: '2.csv',
        bytes: Buffer.from(
          textOf([
            ['小区名称', '楼栋号', '层数'],
            ['新苑', '1幢', 6],
          ]),
        ),
      },
    ])
    const { rejected } = planImport(reading, STREET, EXISTING)
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-number', 'compound-refused'])
    expect(rejected[1]?.reason).toBe('小区不存在：“新苑”所在的《1.csv》“1”第 2 行已被退回，请先改正那一行')
  })

  it('with a grid of another street are refused', async () => {
    const { rejected } = await plan([
      ['网格编号', '网格名称', '所属社区'],
      ['320111001001-01', '外街网格', '外街社区'],
    ])
    expect(rejected.map(({ code }) => code)).toEqual(['grid-code-foreign'])
  })

  it('with a building that Excel made a date are told how to mend it', async () => {
    const { rejected } = await plan([CAPTAINS, ['何晶', '13900000024', '金桂苑', '2021-03-05']])
    expect(rejected[0]?.reason).toContain('变成了日期')
  })
})

describe('headings', () => {
  const odd = [
    ['甲栏', '乙栏', '住户（丙栏）'],
    ['新苑', '柳溪', 12],
  ]

  it('that nobody knows are left for a person to map, and the choice is remembered', async () => {
    const { notImported, accepted } = await plan(odd)
    expect(notImported.map(({ code }) => code)).toEqual(['sheet-unrecognised'])
    expect(accepted.compounds).toBe(0)
    const taught = await plan(odd, [{ kind: 'compounds', headings: { 甲栏: 'name', 乙栏: 'community' } }])
    expect(taught.records.compounds.map(({ record }) => record)).toEqual([
      { name: '新苑', community: '柳溪社区', householdCount: 12 },
    ])
  })

  it('that a person chose to leave out stay out, whatever is known of them', async () => {
    const { records } = await plan(
      [
        ['小区名称', '所属社区', '户数'],
        ['新苑', '柳溪', '约三百'],
      ],
      [{ kind: 'compounds', headings: { 户数: null } }],
    )
    expect(records.compounds.map(({ record }) => record)).toEqual([{ name: '新苑', community: '柳溪社区' }])
  })

  it('may be starred, numbered, broken over lines and carry notes, in any order', async () => {
    const { records } = await plan([
      ['3.户 数(户)', '*所 属\n社区（必填）', '门店', '１、小区名称：'],
      [12, '柳溪', '多余', '新苑'],
    ])
    expect(records.compounds.map(({ record }) => record)).toEqual([
      { name: '新苑', community: '柳溪社区', householdCount: 12 },
    ])
  })

  it('of a list of buildings that names the captains give both registers', async () => {
    const { accepted, records } = await plan(
      [
        ['小区名称', '楼栋号', '层数', '楼栋长', '楼栋长电话'],
        ['金桂苑', '1幢', 6, '何晶', '13900000024'],
        ['金桂苑', '2幢', 6, '胡兵', '13900000025'],
      ],
      [],
      { ...EXISTING, captains: [] },
    )
    expect(accepted).toMatchObject({ buildings: 2, captains: 2, buildingsWithoutCaptain: 0 })
    expect(records.captains.map(({ record }) => record.person.name)).toEqual(['何晶', '胡兵'])
  })
})
