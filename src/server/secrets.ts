import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { codeOf } from '@/core/identifier'
import { env } from '@/env'

const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, 'linzhi', purpose, 32))

/** A short text signed for a purpose, as `text.signature`. */
export function sign(purpose: string, text: string): string {
  const body = Buffer.from(text).toString('base64url')
  return `${body}.${createHmac('sha256', keyFor(purpose)).update(body).digest('base64url')}`
}

/** The text that was signed for the purpose, or null when anything about it was made up. */
export function unsign(purpose: string, signed: string): string | null {
  const [body, signature] = signed.split('.', 2)
  if (!body || !signature) return null
  const right = createHmac('sha256', keyFor(purpose)).update(body).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return Buffer.from(body, 'base64url').toString('utf8')
}

/** A code that only this installation can tell from the text: 5 bits a character, made of letters and digits that are not mistaken for one another. */
export function codeFrom(purpose: string, text: string, length: number): string {
  const digest = createHmac('sha256', keyFor(purpose)).update(text).digest()
  return codeOf(digest.subarray(0, length))
}

/** AES-256-GCM over a text that must be read again: a second factor's secret. */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

export function unseal(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
