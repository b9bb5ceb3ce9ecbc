import net from 'node:net'

const plain = (text) => {
  const bare = text
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return net.isIP(bare) ? bare : null
}

const list = (header) => (header ? String(header).split(',') : [])

/** How many proxies of our own stand before us; each appends one address to X-Forwarded-For. */
export function trustedHops(value) {
  const hops = Number(value || 0)
  if (!Number.isInteger(hops) || hops < 0 || hops > 20)
    throw new Error('TRUST_PROXY is the number of proxies, 0 to 20')
  return hops
}

/**
 * The client's address: the socket's own, or with proxies of ours the one they vouch for, counted from the right.
 * What stands further left is whatever the client liked to write.
 */
export function clientAddress(socketAddress, forwardedFor, hops) {
  const own = plain(socketAddress ?? '') ?? '0.0.0.0'
  if (!hops) return own
  const chain = [...list(forwardedFor), own]
  const claimed = chain[Math.max(0, chain.length - 1 - hops)] ?? own
  return plain(claimed) ?? own
}

/** How the client reached us: as our proxy says if there is one, else by what stands in the request. */
export function forwardedBy(headers, hops) {
  const last = (name) => (hops ? list(headers[name]).at(-1)?.trim() : undefined)
  const protocol = last('x-forwarded-proto')
  return {
    protocol: protocol === 'https' ? 'https' : 'http',
    host: last('x-forwarded-host') || headers.host || 'localhost',
  }
}

/** Whether a Host header names a host: Next would answer 500 to one that does not parse. */
export const isHost = (host) => /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host)
