/** The six usual areas of residential property service, and what is convenient beside them. */
export const MENU_CATEGORIES = [
  'general',
  'house',
  'equipment',
  'order',
  'cleaning',
  'greenery',
  'convenience',
] as const
export type MenuCategory = (typeof MENU_CATEGORIES)[number]

export const PRICE_UNITS = ['visit', 'hour', 'piece', 'household_month', 'square_metre_month'] as const
export type PriceUnit = (typeof PRICE_UNITS)[number]
