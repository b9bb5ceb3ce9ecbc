import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialLink, lastFour, maskPhone, parsePhone, parsePhones } from './phone'

const read = (written: string) => {
  const parsed = parsePhone(written)
  return parsed.ok ? parsed.value : parsed.refusal
}
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`)
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

describe('phone numbers', () => {
  it.each([
    ['19110000007', '19110000007'],
    ['191-1000-0036', '19110000036'],
    ['191 1000 0036 ', '19110000036'],
    ['+86 19110000007', '19110000007'],
    ['+86-191-1000-0007', '19110000007'],
    ['008619110000007', '19110000007'],
    ['(+86)19110000007', '19110000007'],
    ['8619110000007', '19110000007'],
    ['019110000007', '19110000007'],
    ['１９１１００００８２６', '19110000826'],
    ['1.9110000007E10', '19110000007'],
    ['1.9110000007E+10', '19110000007'],
    ['19110000007.0', '19110000007'],
    ['手机:19110000007', '19110000007'],
    ['19110000007(微信同号)', '19110000007'],
    ['0523-88534592', '0523-88534592'],
    ['(0523)88534592', '0523-88534592'],
    ['（0523）88534592', '0523-88534592'],
    ['0523 88534592', '0523-88534592'],
    ['052388534592', '0523-88534592'],
    ['0523－8853－4592', '0523-88534592'],
    ['+86-523-88534592', 'not-a-phone'],
    ['010-12345678', 'not-a-phone'],
    ['010-62345678', '010-62345678'],
    ['0523-88534592转801', '0523-88534592-801'],
    ['0523—88534592—801', '0523-88534592-801'],
    ['88534592', '88534592'],
    ['4008208820', '400-820-8820'],
    ['400-820-8820', '400-820-8820'],
    ['12345', '12345'],
    ['110', '110'],
    ['95598', '95598'],
    ['1391234567', 'mobile-length'],
    ['139123456789', 'mobile-length'],
    ['1.91E+10', 'rounded-number'],
    ['', 'empty'],
    ['——', 'empty'],
    ['找老张', 'not-a-phone'],
    ['11011319720305001X', 'not-a-phone'],
  ])('%s is read as %s', (written, stored) => {
    expect(read(written)).toBe(stored)
  })

  it('a mobile number is read whatever stands between its digits', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', ' ', '-', '－', '\u00a0', '—'),
        fc.constantFrom('', '+86', '+86 ', '0086', '86'),
        fc.boolean(),
        (number, gap, country, wide) => {
          const spaced = `${country}${[number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap)}`
          expect(read(wide ? fullWidth(spaced) : spaced)).toBe(number)
        },
      ),
    )
  })

  it('what is stored is read as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+()转 /') }), (text) => {
        const parsed = parsePhone(text)
        if (parsed.ok) expect(read(parsed.value)).toBe(parsed.value)
      }),
      { numRuns: 2000 },
    )
  })

  it('no text makes the reader throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePhones(text)))
  })

  it('several numbers of one cell are all kept, once each', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(mobile, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('/', '、', '；', '，', '\n', ' / ', '  ', ' 或 ', ''),
        (numbers, between) => {
          expect(parsePhones(numbers.join(between))).toEqual({ phones: numbers, faulty: [] })
        },
      ),
    )
  })

  it('a second landline takes the area code of the first', () => {
    expect(parsePhones('0523-88534592/88534593').phones).toEqual(['0523-88534592', '0523-88534593'])
  })

  it('a faulty number beside a good one is told, not lost', () => {
    expect(parsePhones('19110000007、1911000')).toEqual({
      phones: ['19110000007'],
      faulty: [{ text: '1911000', refusal: 'not-a-phone' }],
    })
  })

  it('masks the middle and dials without signs', () => {
    expect(maskPhone('13812341234')).toBe('138****1234')
    expect(maskPhone('0523-88534592')).toBe('0523-****4592')
    expect(maskPhone('12345')).toBe('12345')
    expect(lastFour('0523-88534592-801')).toBe('4592')
    expect(lastFour('19110000007')).toBe('0007')
    expect(dialLink('0523-88534592-801')).toBe('tel:052388534592,801')
    expect(dialLink('400-820-8820')).toBe('tel:4008208820')
  })
})
