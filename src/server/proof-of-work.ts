import { createHash } from 'node:crypto'
import { sign } from './secrets'

/** A riddle in the form of altcha's first protocol: which number, appended to the salt, has this hash? */
export type Challenge = {
  algorithm: 'SHA-256'
  challenge: string
  maxnumber: number
  salt: string
  signature: string
}

/** A phone of ten years ago tries so many hashes in a second or two. */
const MOST = 50_000

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The answer follows from the salt and the server's secret, so that nothing has to be remembered. */
const answerOf = (salt: string): number =>
  Number.parseInt(sha256(sign('proof-of-work', salt)).slice(0, 12), 16) % MOST

export function challengeFor(salt: string): Challenge {
  const challenge = sha256(`${salt}${answerOf(salt)}`)
  return { algorithm: 'SHA-256', challenge, maxnumber: MOST, salt, signature: sign('altcha', challenge) }
}

/** Whether the payload, base64 of JSON, solves the riddle of this very salt; a salt is good for one form. */
export function isSolved(salt: string, payload: string): boolean {
  if (payload.length > 2_000) return false
  try {
    const { number, challenge, signature } = JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) ?? {}
    const right = challengeFor(salt)
    return number === answerOf(salt) && challenge === right.challenge && signature === right.signature
  } catch {
    return false
  }
}
