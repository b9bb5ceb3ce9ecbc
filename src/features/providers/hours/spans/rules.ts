import type { Span } from '../rules'
import type { PartOfDay, Token } from '../tokens/rules'

type Clock = Extract<Token, { type: 'clock' }>

/** A token, or a span of time where the tokens named one. */
export type Piece =
  | Exclude<Token, { type: 'clock' | 'part' | 'to' | 'next-day' }>
  | { type: 'span'; span: Span }

const NOON = 12 * 60
/** From here on, an end before noon can only be the next morning's. */
const EARLIEST_OVERNIGHT = 15 * 60

/** Joins clocks to spans; null where a clock stands alone or its half of the day cannot be known. */
export function joinSpans(tokens: readonly Token[]): Piece[] | null {
  const pieces: Piece[] = []
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]
    if (!token) break
    if (token.type === 'clock' || token.type === 'part' || token.type === 'next-day') {
      const read = readSpan(tokens, index)
      if (!read) return null
      pieces.push({ type: 'span', span: read.span })
      index = read.end
    } else if (token.type === 'to') {
      return null
    } else {
      pieces.push(token)
      index++
    }
  }
  return pieces
}

type Side = { clock: Clock; part: PartOfDay | null; isNextDay: boolean; end: number }

function readSide(tokens: readonly Token[], start: number): Side | null {
  let part: PartOfDay | null = null
  let isNextDay = false
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index]
    if (token?.type === 'part') part = token.part
    else if (token?.type === 'next-day') isNextDay = true
    else if (token?.type === 'clock') return { clock: token, part, isNextDay, end: index + 1 }
    else return null
  }
  return null
}

function readSpan(tokens: readonly Token[], start: number): { span: Span; end: number } | null {
  const first = readSide(tokens, start)
  if (!first || first.isNextDay) return null
  const hasTo = tokens[first.end]?.type === 'to'
  const second = readSide(tokens, hasTo ? first.end + 1 : first.end)
  // 早8晚6 needs no dash: each side names its own half of the day.
  if (!second || (!hasTo && !(first.part && second.part && first.part !== second.part))) return null
  // 8-18点 is clear, 8-18 could be a house number.
  if (second.clock.style === 'bare' && !second.part) return null
  if (first.clock.style === 'bare' && !first.part && second.clock.style !== 'hour') return null
  const span = spanOf(first, second)
  return span && { span, end: second.end }
}

function spanOf(first: Side, second: Side): Span | null {
  const from = minutesOf(first.clock, first.part)
  const plainTo = minutesOf(second.clock, second.part ?? (second.isNextDay ? null : first.part))
  if (from === null || plainTo === null || from >= 1440) return null
  const isMorning = second.part === 'morning' || second.part === 'dawn'
  const isOvernight =
    second.isNextDay ||
    (plainTo <= from &&
      from >= EARLIEST_OVERNIGHT &&
      plainTo <= NOON &&
      (isMorning || !second.part) &&
      !first.part) ||
    (plainTo <= from && from >= EARLIEST_OVERNIGHT && isMorning)
  const to = plainTo === 23 * 60 + 59 ? 1440 : isOvernight ? plainTo + 1440 : plainTo
  if (to <= from || to - from > 1440) return null
  // 8:30-11:30，2:00-5:30 means the afternoon, but does not say so: left to the office.
  const isDoubtful = !first.part && from >= 60 && from < 5 * 60 && to < 9 * 60
  return isDoubtful ? null : [from, to]
}

/** The minute of the day that a clock means in its part of the day; null where the two contradict each other. */
function minutesOf({ hour, minute }: Clock, part: PartOfDay | null): number | null {
  const at = (hours: number) => hours * 60 + minute
  switch (part) {
    case null:
      return at(hour)
    case 'dawn':
      return hour === 12 ? at(0) : hour < 8 ? at(hour) : null
    case 'morning':
      return hour <= 12 ? at(hour) : null
    case 'noon':
      return hour >= 11 && hour <= 14 ? at(hour) : hour >= 1 && hour <= 2 ? at(hour + 12) : null
    case 'afternoon':
      return hour >= 12 ? at(hour) : hour >= 1 ? at(hour + 12) : null
    case 'night':
      return hour === 12
        ? minute === 0
          ? at(24)
          : null
        : hour >= 17
          ? at(hour)
          : hour >= 5
            ? at(hour + 12)
            : null
  }
}
