import { hash, verify } from '@node-rs/argon2'
import { ok, type Result, refuse } from '@/core/result'
import { COMMON_PASSWORDS } from './common-passwords'

/** Argon2id with 19 MiB and 2 passes, the floor that OWASP's password storage cheat sheet names. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const MIN_PASSWORD = 12
export const MAX_PASSWORD = 200

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** A hash of nothing anybody knows: checked when there is no account, so that both ways take the same time. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$sSuCruam6Qn8JbywxtI3ow$pi2Y68RweGWPtzvZSkE6kYDAQRlTsmKi9N0MVy3v4ZE'

export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, password.normalize('NFKC')).catch(() => false)
  return passwordHash !== null && matches
}

/** Long passphrases are welcome; short ones, and those that everybody tries first, are not. */
export function checkPassword(
  password: string,
  username: string,
): Result<string, 'password-short' | 'password-common'> {
  if ([...password].length < MIN_PASSWORD) return refuse('password-short', { password: 'password-short' })
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '')
  const stem = plain.replace(/[0-9]+$/, '')
  const common =
    COMMON_PASSWORDS.has(plain) ||
    COMMON_PASSWORDS.has(stem) ||
    /^(.{1,4})\1{2,}$/u.test(password) ||
    (username.length >= 4 &&
      password.toLowerCase().includes(username.toLowerCase()) &&
      plain.length - username.length < 6) ||
    isRun(plain)
  return common ? refuse('password-common', { password: 'password-common' }) : ok(password)
}

/** Whether the whole text counts up or down, or walks along a keyboard row. */
function isRun(text: string): boolean {
  if (text.length < 6) return false
  const rows = [
    '01234567890123456789',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopasdfghjklzxcvbnm',
    '1qaz2wsx3edc4rfv5tgb6yhn',
  ]
  const reversed = [...text].reverse().join('')
  return rows.some((row) => row.includes(text) || row.includes(reversed))
}
