/** A UUIDv7 of the given instant: sortable by time, made where `crypto.randomUUID` is missing too. */
export function uuidv7(at: Date = new Date()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let milliseconds = at.getTime()
  for (let index = 5; index >= 0; index--) {
    bytes[index] = milliseconds % 256
    milliseconds = Math.floor(milliseconds / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return written(bytes)
}

function written(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A random UUID of version 4, which tells nothing of when; made where `crypto.randomUUID` is missing too. */
export function uuidv4(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return written(bytes)
}

const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Bytes as letters and digits that are not mistaken for one another, five bits of each. */
export const codeOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('')

/** A random code of letters and digits that are not mistaken for one another; 12 of them hold 60 bits. */
export function randomCode(length: number): string {
  return codeOf(crypto.getRandomValues(new Uint8Array(length)))
}
