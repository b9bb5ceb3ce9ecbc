/** A carrier gives a number to somebody else after some months: who was silent for so long is not taken to be the same person. */
export const SILENT_DAYS = 180

export const isSilent = (seenAt: Date, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > SILENT_DAYS * 86_400_000

/** Why a resident's account holds its number no longer. */
export const ENDINGS = ['silent', 'passed-on', 'erased'] as const
export type Ending = (typeof ENDINGS)[number]
