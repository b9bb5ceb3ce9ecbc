/** One field of an audit entry: what it was and what it became; both empty where only the fact of a change is told. */
export type Change = { field: string; from: string | null; to: string | null }

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join('、') : String(value)

/** The changes that an audit entry keeps, as text. */
export const changesOf = (kept: unknown): Change[] =>
  Object.entries((kept ?? {}) as Record<string, { from?: unknown; to?: unknown } | null>).map(
    ([field, change]) => ({ field, from: text(change?.from), to: text(change?.to) }),
  )
