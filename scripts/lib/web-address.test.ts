import { describe, expect, test } from 'vitest'
import { clientAddress, forwardedBy, isHost, trustedHops } from './web-address.mjs'

describe('the client’s address', () => {
  test('is the socket’s when no proxy is ours, whatever the client wrote', () => {
    expect(clientAddress('::ffff:10.0.0.7', '6.6.6.6', 0)).toBe('10.0.0.7')
  })
  test('is counted from the right, so that what was written before our proxy counts for nothing', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9')
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9')
  })
  test('is the socket’s when what should be an address is none', () => {
    expect(clientAddress('10.0.0.1', 'unknown', 1)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
  })
  test('is read with brackets or a port', () => {
    expect(clientAddress('10.0.0.1', '[2001:db8::1]:4711', 1)).toBe('2001:db8::1')
    expect(clientAddress('10.0.0.1', '203.0.113.9:4711', 1)).toBe('203.0.113.9')
  })
})

test('protocol and host of a forged header count only behind a proxy of ours', () => {
  const headers = { host: 'linzhi.cn', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.cn' }
  expect(forwardedBy(headers, 0)).toEqual({ protocol: 'http', host: 'linzhi.cn' })
  expect(forwardedBy(headers, 1)).toEqual({ protocol: 'https', host: 'evil.cn' })
})

test('a host that does not parse is none', () => {
  expect(['a.cn', 'localhost:3000', '[::1]:3000'].every(isHost)).toBe(true)
  expect(['a b', 'a"b', 'a/b', '', 'a:port'].some(isHost)).toBe(false)
})

test('a number of proxies that is no number stops the start', () => {
  expect(trustedHops(undefined)).toBe(0)
  expect(() => trustedHops('true')).toThrow('TRUST_PROXY')
})
