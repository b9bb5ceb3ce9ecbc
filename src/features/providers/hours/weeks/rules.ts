import type { Clause } from '../clauses/rules'
import type { DayHours, Span, Week } from '../rules'
import { EVERY_DAY, HOLIDAYS } from '../tokens/rules'

const CLOSED: DayHours = { kind: 'closed' }
const HOLIDAY_BIT = 7

/** Lays the clauses over a week, the narrower over the wider; null where two of them contradict each other. */
export function weekOf(clauses: readonly Clause[], neverRests: boolean): Week | null {
  const slots: (DayHours | undefined)[] = []
  for (let bit = 0; bit <= HOLIDAY_BIT; bit++) {
    const slot = slotOf(bit, clauses)
    if (slot === 'unclear') return null
    slots.push(slot)
  }
  const days = slots.slice(0, HOLIDAY_BIT).map((slot) => slot ?? CLOSED)
  const isEveryDay = clauses.some(({ mask, mark }) => (mask & EVERY_DAY) === EVERY_DAY && mark !== 'closed')
  const holiday = slots[HOLIDAY_BIT] ?? (isEveryDay ? (days[6] ?? CLOSED) : CLOSED)
  const week = { days, holiday }
  const all = [...days, holiday]
  if (neverRests && all.some(({ kind }) => kind === 'closed')) return null
  return all.every(({ kind }) => kind === 'closed') ? null : week
}

function slotOf(bit: number, clauses: readonly Clause[]): DayHours | undefined | 'unclear' {
  const covering = clauses
    .filter(({ mask }) => mask & (1 << bit))
    .sort((one, other) => bitsOf(one.mask) - bitsOf(other.mask))
  const [narrowest] = covering
  if (!narrowest) return undefined
  const rivals = covering.filter(({ mask }) => mask === narrowest.mask)
  if (covering.some(({ mask }) => (mask & narrowest.mask) !== narrowest.mask)) return 'unclear'
  if (rivals.length === 1 && narrowest.mark) return hoursOfMark(narrowest, bit, clauses)
  if (rivals.some(({ mark }) => mark !== null)) return 'unclear'
  const spans = joined(rivals.flatMap((clause) => clause.spans))
  return spans ? { kind: 'open', spans } : 'unclear'
}

function hoursOfMark(
  { mark, mask }: Clause,
  bit: number,
  clauses: readonly Clause[],
): DayHours | undefined | 'unclear' {
  if (mark === 'closed') return CLOSED
  if (mark === 'by-appointment') return { kind: 'by-appointment' }
  // As usual means as on any Monday, unless the clause speaks of Mondays itself.
  const others = clauses.filter((clause) => clause.mark !== 'as-usual')
  const own = mask === HOLIDAYS ? undefined : slotOf(bit, others)
  return own ?? slotOf(0, others) ?? 'unclear'
}

const bitsOf = (mask: number): number => mask.toString(2).replaceAll('0', '').length

/** Spans in order, those that touch made one; null where two of them overlap. */
function joined(spans: readonly Span[]): Span[] | null {
  const result: Span[] = []
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1)
    if (last && from < last[1]) return null
    if (last && from === last[1]) result[result.length - 1] = [last[0], to]
    else result.push([from, to])
  }
  const [first] = result
  const end = result.at(-1)?.[1] ?? 0
  return first && end - first[0] <= 1440 ? result : null
}
