/** The search part of an address as Next hands it to a page. */
export type PageQuery = Readonly<Record<string, string | readonly string[] | undefined>>

/** The address of the same page with some of its search part changed; null takes a key out. */
export function addressWith(
  path: string,
  query: PageQuery,
  changes: Readonly<Record<string, string | null | undefined>>,
): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (key in changes || value === undefined) continue
    for (const one of typeof value === 'string' ? [value] : value) search.append(key, one)
  }
  for (const [key, value] of Object.entries(changes)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, value)
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Where a sign-in leads: only a path of our own may follow it. */
export const pathFrom = (next: PageQuery[string], otherwise: string): string =>
  typeof next === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : otherwise
