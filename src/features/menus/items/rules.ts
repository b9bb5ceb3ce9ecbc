import type { ServiceCategory } from '@/core/service-categories'
import type { MenuCategory } from '../schema'

/** Under which of the menu's areas a demand's kind usually stands; whoever edits the item may choose another. */
const STANDS_UNDER: Record<ServiceCategory, MenuCategory> = {
  repair: 'equipment',
  cleaning: 'cleaning',
  security: 'order',
  parking: 'order',
  greenery: 'greenery',
  elderly: 'convenience',
  errands: 'convenience',
  culture: 'convenience',
  mediation: 'general',
  pets: 'order',
  health: 'convenience',
  retail: 'convenience',
  other: 'general',
}

export const menuCategoryOf = (category: string): MenuCategory =>
  STANDS_UNDER[category as ServiceCategory] ?? 'general'

/** The request category that deals with a kind of service, by its code. */
const DEALT_WITH: Partial<Record<ServiceCategory, string>> = {
  repair: 'burst-pipe',
  cleaning: 'stairwell',
  security: 'order',
  parking: 'parking',
  greenery: 'greenery',
}

export const requestCodeOf = (category: string): string | null =>
  DEALT_WITH[category as ServiceCategory] ?? null
