import { Secret, TOTP } from 'otpauth'

/** A user name as the table keeps it: phone logins forgive spaces, hyphens, +86 and full-width digits. */
export function usernameOf(typed: string): string {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  const digits = plain.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
  return /^1\d{10}$/.test(digits) ? digits : plain
}

const STEP_SECONDS = 30

/** The 30-second step that a code of 6 digits belongs to, one step early or late allowed (RFC 6238), or null. */
export function totpStepOf(secretBase32: string, code: string, now: Date): number | null {
  const digits = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const totp = new TOTP({ secret: Secret.fromBase32(secretBase32), digits: 6, period: STEP_SECONDS })
  const delta = totp.validate({ token: digits, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
}

/** The address that an authenticator app reads from a QR code. */
export const totpAddress = (secretBase32: string, username: string): string =>
  new TOTP({ issuer: '邻治', label: username, secret: Secret.fromBase32(secretBase32) }).toString()

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32
