import type { NavigationEntry } from './navigation'

/** The entries that a typed word finds, in label or keywords; all of them when nothing is typed. */
export function pagesFound(pages: readonly NavigationEntry[], typed: string): readonly NavigationEntry[] {
  const needle = typed.trim().toLowerCase()
  if (needle === '') return pages
  return pages.filter(({ label, keywords = '' }) => `${label} ${keywords}`.toLowerCase().includes(needle))
}
