import { boardFilter } from '../board/schema'

const PLACE = new Set(['cursor', 'columns'])

/** The filter of an address, without the page's own place and what the board does not know; null where it filters nothing. */
export function filterIn(query: string): string | null {
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const [name, value] of given) {
    if (PLACE.has(name) || value === '' || kept.has(name)) continue
    if (boardFilter.safeParse({ [name]: value }).success) kept.append(name, value)
  }
  return kept.size > 0 ? kept.toString() : null
}
