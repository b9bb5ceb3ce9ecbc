/** Numbers count up in each campaign, five digits and more. */
export const numberOf = (count: number): string => String(count).padStart(5, '0')

/** Of places as `compound:id` and `building:id`, the ids of one kind. */
export const idsOf = (places: readonly string[], kind: 'compound' | 'building'): string[] =>
  places.flatMap((place) => (place.startsWith(`${kind}:`) ? [place.slice(kind.length + 1)] : []))

export const CODE_LETTERS = 12
/** A code as it is printed and typed, in groups of four. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
