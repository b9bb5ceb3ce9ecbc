export type Pressure = 'thrice' | 'late' | 'soon' | 'none'

/** How a deadline stands at an instant; three times the allowance counts apart. */
export function pressureOf(
  { dueAt, warnAt, thriceAt }: { dueAt: Date | null; warnAt: Date | null; thriceAt: Date | null },
  now: Date,
): Pressure {
  if (thriceAt && thriceAt <= now) return 'thrice'
  if (dueAt && dueAt <= now) return 'late'
  return warnAt && warnAt <= now ? 'soon' : 'none'
}
