const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Within so many days an opinion is to be answered. */
export const DAYS_TO_ANSWER = 7
/** So long the words of what turned out to be spam are kept. */
export const DAYS_OF_SPAM = 30

/** The hour in which an instant lies: all that an opinion tells of when. */
export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)

/** Whom an opinion goes to first: what is about the office itself goes past the community. */
export const levelOf = (about: string): 'community' | 'street' =>
  about === 'office' ? 'street' : 'community'

/** Whether an opinion is about somebody; its words must not reach a record that this person can read. */
export const isAboutSomebody = (opinion: {
  about: string
  triage: string | null
  aboutPersonId: string | null
  aboutAccountId: string | null
}): boolean =>
  opinion.about !== 'nobody' ||
  opinion.triage === 'complaint' ||
  opinion.aboutPersonId !== null ||
  opinion.aboutAccountId !== null

/** Whether an opinion's words have been deleted when their time was over; it is still counted. */
export const isBlank = ({ words }: { words: string }): boolean => words === ''

/** The instant so many calendar months earlier, by UTC; a day that the month lacks becomes its last. */
export function monthsBefore(now: Date, months: number): Date {
  const month = now.getUTCMonth() - months
  const last = new Date(Date.UTC(now.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const there = new Date(now)
  there.setUTCFullYear(now.getUTCFullYear(), month, Math.min(now.getUTCDate(), last))
  return there
}
