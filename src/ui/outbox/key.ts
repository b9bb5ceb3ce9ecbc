import { publicKeyOf } from './seal'
import { phoneStore } from './store'

/** Who is signed in as the server sees it, the key that opens this owner's entries, and how wrong the phone's clock is. */
export type Opened =
  | { state: 'open'; secret: Uint8Array; aheadSeconds: number }
  | { state: 'signed-out' | 'other-owner' | 'unreachable' }

const URL = '/api/v1/account/phone-key'

type Found = { owner: string; secret: string | null }

/** Asks the server for the owner's key, and the first time has one made; it is held in memory only. */
export async function openKey(owner: string): Promise<Opened> {
  try {
    let answer = await asked('GET')
    let found = answer.ok ? ((await answer.json()) as Found) : null
    if (found?.owner === owner && found.secret === null) {
      answer = await asked('POST')
      found = answer.ok ? ((await answer.json()) as Found) : null
    }
    if (answer.status === 401) return { state: 'signed-out' }
    if (!found) return { state: 'unreachable' }
    if (found.owner !== owner || found.secret === null) return { state: 'other-owner' }
    const secret = bytesOf(found.secret)
    await (await phoneStore()).put('owners', { owner, publicKey: publicKeyOf(secret) })
    return { state: 'open', secret, aheadSeconds: aheadBy(answer.headers.get('date')) }
  } catch {
    return { state: 'unreachable' }
  }
}

const asked = (method: 'GET' | 'POST'): Promise<Response> =>
  fetch(URL, {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(20_000),
    ...(method === 'POST' ? { headers: { 'Content-Type': 'application/json' }, body: '{}' } : {}),
  })

/** The key for which entries are sealed; null on a phone that has never been open with a network. */
export async function sealingKey(owner: string): Promise<Uint8Array | null> {
  const known = await (await phoneStore()).get('owners', owner)
  if (known) return known.publicKey
  const opened = await openKey(owner)
  return opened.state === 'open' ? publicKeyOf(opened.secret) : null
}

function aheadBy(date: string | null): number {
  const server = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(server) ? 0 : Math.round((Date.now() - server) / 1_000)
}

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
