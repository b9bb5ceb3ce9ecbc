import type { IconName } from './icon'

/** One entry of a frame's navigation; entries of the same group stand together under its words. */
export type NavigationEntry = {
  href: string
  label: string
  icon?: IconName
  group?: string
  /** What else finds it in the command palette, such as pinyin initials. */
  keywords?: string
}

export type NavigationGroup = { label: string; entries: NavigationEntry[] }

/** Entries by group, in the order in which the groups first appear. */
export function groupNavigation(entries: readonly NavigationEntry[]): NavigationGroup[] {
  const groups = new Map<string, NavigationEntry[]>()
  for (const entry of entries) {
    const label = entry.group ?? ''
    groups.set(label, [...(groups.get(label) ?? []), entry])
  }
  return [...groups].map(([label, members]) => ({ label, entries: members }))
}

/** The entry that a path belongs to: the longest address that the path lies under. */
export function currentEntry(entries: readonly NavigationEntry[], path: string): NavigationEntry | undefined {
  return entries
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
}
