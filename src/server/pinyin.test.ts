import { describe, expect, it } from 'vitest'
import { initialsOf, pinyinOf, searchText, sortKey } from './pinyin'

describe('pinyin', () => {
  it('reads surnames as surnames and places as words', () => {
    expect(['曾军', '单丽', '仇荣', '缪长', '诸葛卫超'].map(pinyinOf)).toEqual([
      'zengjun',
      'shanli',
      'qiurong',
      'miaochang',
      'zhugeweichao',
    ])
    expect(['解放小区', '乐园小区', '古田新村', '繁星苑'].map(pinyinOf)).toEqual([
      'jiefangxiaoqu',
      'leyuanxiaoqu',
      'gutianxincun',
      'fanxingyuan',
    ])
  })

  it('gives initials with digits kept', () => {
    expect(initialsOf('古田新村')).toBe('gtxc')
    expect(initialsOf('古田第1网格')).toBe('gtd1wg')
  })

  it('a row is found by characters, pinyin, initials and number, in either reading', () => {
    const text = searchText('曾军', '0007', '古田新村 3幢', null, undefined)
    for (const needle of [
      '曾军',
      'zengjun',
      'cengjun',
      'zj',
      '0007',
      '古田新村3幢',
      'gutianxincun3zhuang',
      'gtxc3z',
    ])
      expect(text).toContain(needle)
  })

  it('a second building stands before a tenth', () => {
    expect(sortKey('古田新村2幢') < sortKey('古田新村10幢')).toBe(true)
    expect(sortKey('吕凌玉')).toBe('lvlingyu')
    expect(sortKey('ABC 苑')).toBe('abcyuan')
  })
})
