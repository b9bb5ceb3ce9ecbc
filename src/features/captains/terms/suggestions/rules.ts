export type Reason =
  | { kind: 'neighbour' | 'centre-household'; words: string }
  | { kind: 'earlier'; until: Date | null }

export type Hint = { person: { id: string; name: string }; held: number; reason: Reason }

export type Suggestion = { id: string; name: string; held: number; reasons: Reason[] }

/** Whoever holds as many buildings as this has enough to do. */
const MOST_HELD = 3

/** How many are named. */
const MOST = 8

/** People by how much speaks for them: more reasons first, then fewer buildings held. */
export function ranked(hints: readonly Hint[]): Suggestion[] {
  const people = new Map<string, Suggestion>()
  for (const { person, held, reason } of hints) {
    const known = people.get(person.id) ?? { ...person, held: 0, reasons: [] }
    people.set(person.id, { ...known, held: Math.max(known.held, held), reasons: [...known.reasons, reason] })
  }
  return [...people.values()]
    .filter(({ held }) => held < MOST_HELD)
    .sort((a, b) => b.reasons.length - a.reasons.length || a.held - b.held)
    .slice(0, MOST)
}
