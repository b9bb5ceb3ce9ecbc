import { expect, test } from 'vitest'
import { pinyinOf } from '@/server/pinyin'
import { isFoundBy, readingOf, suggests } from './rules'

const read = (text: string) => readingOf(text, pinyinOf)

test('a text is found by its characters, its pinyin and its initials, whatever the spaces', () => {
  const text = read('楼道灯 坏了好久没人修')
  for (const typed of ['楼道灯坏', 'loudaodeng', 'ldd', '灯 坏'])
    expect(isFoundBy(text, typed), typed).toBe(true)
  expect(isFoundBy(text, '停车')).toBe(false)
})

test('a keyword suggests its code where it stands or sounds in the text, and one character never by its sound', () => {
  expect(suggests(read('楼道'), read('楼道灯坏了'))).toBe(true)
  expect(suggests(read('楼道'), read('楼到灯坏了'))).toBe(true)
  expect(suggests(read('灯'), read('登高'))).toBe(false)
  expect(suggests(read('停车'), read('楼道灯坏了'))).toBe(false)
})
