export type Obstacle = 'not-found' | 'forbidden' | 'stale-version' | 'move-not-possible'

/** One of those that were picked: its number where the caller may see it, and what stands against giving it out. */
export type Previewed = { id: string; number: string | null; refusal: Obstacle | null }
