/** How often a message is tried, and how long is waited after each try, in minutes. */
const WAITS = [1, 5, 30, 120, 360]
export const MOST_ATTEMPTS = WAITS.length + 1

/** When a message that could not be sent is tried again. */
export const nextTry = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + (WAITS[Math.min(attempts, WAITS.length) - 1] ?? 1) * 60_000)

/** A tracking code gives its holder the reporter's own hand: it is shown to nobody else. */
export const withoutCodes = (words: string): string => words.replace(/(\/track\/)[\w-]{6,}/g, '$1…')

/** Six digits open a resident's account while they are good. */
export const withoutDigits = (words: string): string => words.replace(/(?<!\d)\d{6}(?!\d)/g, '······')
