import type { OwnCopy } from './queries'

export type CopyRow = {
  part: 'account' | 'household' | 'consent' | 'request' | 'session'
  at: Date | null
  words: string
}

/** The copy as rows of one table: what it is about, when, and in words. */
export function rowsOf({
  name,
  phone,
  registeredAt,
  households,
  consents,
  requests,
  sessions,
}: OwnCopy): CopyRow[] {
  const said = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join('；')
  return [
    { part: 'account', at: registeredAt, words: said(name, phone) },
    ...households.map(
      (one): CopyRow => ({
        part: 'household',
        at: one.claimedAt,
        words: said(one.household, one.name, one.state, one.reason),
      }),
    ),
    ...consents.map(
      (one): CopyRow => ({
        part: 'consent',
        at: one.givenOn,
        words: said(one.purpose, one.textVersion, one.withdrawnAt?.toISOString()),
      }),
    ),
    ...requests.map(
      (one): CopyRow => ({
        part: 'request',
        at: one.createdAt,
        words: said(
          one.number,
          one.category.name,
          one.state,
          one.words,
          one.place,
          one.reporterName,
          one.reporterPhone,
          ...one.feedback.map(({ words }) => words),
        ),
      }),
    ),
    ...sessions.map((one): CopyRow => ({ part: 'session', at: one.createdAt, words: one.device })),
  ]
}
