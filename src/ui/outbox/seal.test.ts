import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicKeyOf, seal, unseal } from './seal'

const owner = new Uint8Array(randomBytes(32))

test('what is sealed for a key opens with it, and says nothing before', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), (bytes) => {
      const box = seal(bytes, publicKeyOf(owner))
      expect(unseal(box, owner)).toEqual(bytes)
    }),
    { numRuns: 20 },
  )
  const words = new TextEncoder().encode('3-502 王阿姨 13812345678')
  expect(Buffer.from(seal(words, publicKeyOf(owner))).includes(Buffer.from('王阿姨'))).toBe(false)
})

test('another key does not open it, nor does it open when a single bit was changed', () => {
  const box = seal(new TextEncoder().encode('词'), publicKeyOf(owner))
  expect(() => unseal(box, new Uint8Array(randomBytes(32)))).toThrow()
  for (const at of [0, 33, box.length - 1]) {
    const bent = Uint8Array.from(box)
    bent[at] = (bent[at] ?? 0) ^ 1
    expect(() => unseal(bent, owner)).toThrow()
  }
})
