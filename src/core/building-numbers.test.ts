import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildingNumber, chineseNumeral, parseBuildings } from './building-numbers'

const numbers = (written: string) => {
  const read = parseBuildings(written)
  return read.ok ? read.buildings.map((building) => building.number) : read.refusal
}
const ENDINGS = ['幢', '栋', '号楼', '号', '#', '#楼', '座']

describe('building numbers', () => {
  it.each([
    ['1幢', '1'],
    ['1栋', '1'],
    ['1号楼', '1'],
    ['1号', '1'],
    ['#1', '1'],
    ['1#楼', '1'],
    ['１幢', '1'],
    [' 1 幢 ', '1'],
    ['01幢', '1'],
    ['第一幢', '1'],
    ['二十一栋', '21'],
    ['A1幢', 'A1'],
    ['b座', 'B'],
    ['甲栋', '甲'],
    ['南1幢', '南1'],
    ['综合楼', '综合'],
    ['12-1号', '12-1'],
  ])('%s has the number %s', (written, number) => {
    expect(buildingNumber(written)).toBe(number)
  })

  it.each(['', '见附表', '全部楼栋', '2021-03-05', '1单元102室'])('%s is no building', (written) => {
    expect(buildingNumber(written)).toBeNull()
  })

  it.each([
    ['3幢、5幢', ['3', '5']],
    ['1-3幢', ['1', '2', '3']],
    ['1幢-3幢', ['1', '2', '3']],
    ['1～3号楼', ['1', '2', '3']],
    ['1至3栋', ['1', '2', '3']],
    ['A1-A3幢', ['A1', 'A2', 'A3']],
    ['1,2,3号楼', ['1', '2', '3']],
    ['1、2#', ['1', '2']],
    ['5幢6幢', ['5', '6']],
    ['3幢\n5幢', ['3', '5']],
    ['3\n5幢', ['3', '5']],
    ['3 5幢', ['3', '5']],
    ['1-3、7幢', ['1', '2', '3', '7']],
    ['3幢（东半）', ['3']],
    ['1、1幢', ['1']],
    ['5-3幢', 'range-backwards'],
    ['1-900幢', 'range-too-long'],
    ['2021-03-05', 'became-a-date'],
    ['', 'empty'],
    ['见附表', 'not-a-building'],
  ])('%s is read as %j', (written, expected) => {
    expect(numbers(written)).toEqual(expected)
  })

  it('keeps a stairwell apart from its building', () => {
    expect(parseBuildings('3幢2单元')).toEqual({
      ok: true,
      buildings: [{ number: '3', written: '3幢', stairwell: '2' }],
    })
  })

  it('a list is read whatever its ending and whatever stands between', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 199 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...ENDINGS),
        fc.constantFrom('、', '，', ',', '；', '/', '和', '\n'),
        fc.boolean(),
        (list, ending, between, each) => {
          const written = each
            ? list.map((number) => `${number}${ending}`).join(between)
            : list.join(between) + ending
          expect(numbers(written)).toEqual(list.map(String))
        },
      ),
    )
  })

  it('no text makes the reader throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseBuildings(text)))
  })

  it('counts in Chinese below a hundred', () => {
    expect(['十', '十二', '二十', '九十九', '三', '两', '三四', ''].map(chineseNumeral)).toEqual([
      10,
      12,
      20,
      99,
      3,
      2,
      null,
      null,
    ])
  })
})
