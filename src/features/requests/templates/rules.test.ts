import { expect, test } from 'vitest'
import { filledIn } from './rules'
import { unknownVariables } from './schema'

const values = {
  number: '261125-ABCDE',
  category: '屋面渗漏',
  compound: '古田新村',
  building: '3幢',
  due: '11月26日 18:00',
  today: '11月25日',
}

test('each variable stands in its place', () => {
  expect(filledIn('{compound}{building}的{category}（{number}）将在{due}前处理。', values)).toBe(
    '古田新村3幢的屋面渗漏（261125-ABCDE）将在11月26日 18:00前处理。',
  )
  expect(filledIn('{ today } x', values)).toBe('11月25日 x')
})

test('what is not known leaves nothing behind, and a name of nothing is found before it is saved', () => {
  expect(filledIn('in {building} now', { ...values, building: '' })).toBe('in now')
  expect(unknownVariables('{number} {phone} {}')).toEqual(['phone', ''])
  expect(unknownVariables('没有变量')).toEqual([])
})
