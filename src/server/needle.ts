/** What a person typed, as the `search` columns are written: folded, lower case, without spaces, and with LIKE's signs taken literally. */
export const needleOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[\\%_]/g, '\\$&')

/** The `where` of a search; none when nothing was typed. */
export const searching = (typed: string | undefined): { search?: { contains: string } } =>
  typed ? { search: { contains: needleOf(typed) } } : {}
