const NAMESPACES: Record<string, string> = {
  street: 'settings',
  community: 'communities',
  party: 'parties',
  calendar: 'calendar',
  'flexible-hours': 'flexible-hours',
  operator: 'workers',
  category: 'request-categories',
  'log-entry': 'logbook',
  'follow-up': 'calls',
  'visit-rhythm': 'visits',
  'committee-member': 'mediations',
  'kitchen-match': 'kitchen',
  'opinion-box': 'opinion-boxes',
  'household-member': 'residents',
  'menu-item': 'menus',
}

/** The words of a subject's fields stand with its pages, under the noun's plural. */
export const kindNamespace = (kind: string | null): string =>
  kind ? (NAMESPACES[kind] ?? `${kind}s`) : 'timeline'
