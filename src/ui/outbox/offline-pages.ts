/** The pages that open without a network once they were open with one. */
export const OFFLINE_PAGES = [
  '/worker',
  '/captain',
  '/captain/verify',
  '/captain/logbook',
  '/captain/visits',
  '/captain/surveys',
] as const

export const PAGES_CACHE = 'linzhi-pages'
export const PARTS_CACHE = 'linzhi-parts'
