import { describe, expect, it } from 'vitest'
import { communityName, maskName, nameKey, personName, placeKey } from './names'

describe('names', () => {
  it.each([
    ['董  卫', '董卫'],
    ['金强红 ', '金强红'],
    ['宋　伟', '宋伟'],
    ['张\n三', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['买买提 · 艾力', '买买提·艾力'],
    ['John  Smith', 'John Smith'],
    ['王芳（兼）', '王芳'],
  ])('%j is stored as %s', (written, stored) => {
    expect(personName(written)).toBe(stored)
  })

  it('dots and spaces do not make two persons of one', () => {
    expect(nameKey('阿依古丽.买买提')).toBe(nameKey('阿依古丽·买买提'))
  })

  it.each(['古田社区', '古田居委会', '古田', '古田社区居委会', '古田社区居民委员会', ' 古田 社区 '])(
    '%s is 古田社区',
    (written) => {
      expect(communityName(written)).toBe('古田社区')
    },
  )

  it('a village stays a village', () => {
    expect(['陈庄村', '陈庄村民委员会', '陈庄村委会'].map(communityName)).toEqual([
      '陈庄村',
      '陈庄村',
      '陈庄村',
    ])
  })

  it('places are compared without spaces, width and quotes', () => {
    expect(placeKey('“阳光” 花园（北区）')).toBe(placeKey('阳光花园(北区)'))
  })

  it('masks all but the surname', () => {
    expect(['张三', '张三丰', '欧阳静福', 'John Smith', ''].map(maskName)).toEqual([
      '张*',
      '张**',
      '欧阳**',
      'J***',
      '',
    ])
  })
})
