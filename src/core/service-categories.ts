/** What residents ask for and what can serve them: demands, visits, resources and the kitchen share these. */
export const SERVICE_CATEGORIES = [
  'repair',
  'cleaning',
  'security',
  'parking',
  'greenery',
  'elderly',
  'errands',
  'culture',
  'mediation',
  'pets',
  'health',
  'retail',
  'other',
] as const
export type ServiceCategory = (typeof SERVICE_CATEGORIES)[number]

export const isServiceCategory = (text: string | null): text is ServiceCategory =>
  SERVICE_CATEGORIES.some((category) => category === text)
