import { expect, test } from 'vitest'
import { masked } from './masking'

test.each([
  '13912345678',
  '+8613912345678',
  '１３９１２３４５６７８',
  '139.1234.5678',
  '139 123 45678',
  '139-1234-5678',
  '(0523)88531234',
  '0523 88531234',
  '1391234567',
])('%s does not stand in a preview in full', (written) => {
  const shown = masked(`电话${written}。`).normalize('NFKC').replaceAll(/\D/g, '')
  expect(shown.length).toBeLessThan(written.normalize('NFKC').replaceAll(/\D/g, '').length)
})

test.each(['2019-12-19', '321204001019', '321204001019-01', '12337.50', '3幢', '1998年'])(
  '%s is no telephone number and stays',
  (written) => {
    expect(masked(written)).toBe(written)
  },
)
