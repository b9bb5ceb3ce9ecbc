import { containsDate, restOfYear, type Season, type Span, WHOLE_DAY } from '../rules'
import type { Piece } from '../spans/rules'
import { type DayMask, EVERY_DAY, WORKDAYS } from '../tokens/rules'

/** One statement about some days: their hours, or that they are closed, by appointment, or like any Monday. */
export type Clause = {
  mask: DayMask
  half: 'summer' | 'winter' | null
  spans: readonly Span[]
  mark: Mark | null
  /** A full stop or semicolon stands between the season and this clause, so the season may not reach it. */
  isApart: boolean
}

type Mark = 'closed' | 'by-appointment' | 'as-usual'
type Half = Clause['half']

export type ClauseText = {
  clauses: Clause[]
  /** The days of summer time, where the text names them. */
  summer: Season | null
  otherwiseByAppointment: boolean
  neverRests: boolean
}

const MIDSUMMER = '07-01'
const SEPARATORS: readonly string[] = ['comma', 'stop', 'close']
const CONTENT: readonly string[] = ['span', 'all-day', 'closed', 'by-appointment', 'as-usual']

/** Reads the pieces as statements about days; null where they contradict each other or say too little. */
export function readClauses(pieces: readonly Piece[]): ClauseText | null {
  const reader = new ClauseReader()
  return reader.read(pieces) && reader.finish() ? reader.text : null
}

class ClauseReader {
  readonly text: ClauseText = { clauses: [], summer: null, otherwiseByAppointment: false, neverRests: false }
  /** The days named for the hours to come, one entry for each group as it was written. */
  private groups: DayMask[] = []
  private spans: Span[] = []
  private breaks: Span[] = []
  /** Days were named behind their hours, so what follows starts anew. */
  private isComplete = false
  private half: Half = null
  /** Days named before the first of two seasons hold for both. */
  private outerGroups: DayMask[] | null = null
  private isBreakNext = false
  private isApart = false

  read(pieces: readonly Piece[]): boolean {
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index]
      if (piece?.type === 'open') {
        const end = closingOf(pieces, index)
        if (end === null || !this.readAside(pieces.slice(index + 1, end), pieces[index - 1])) return false
        index = end
      } else if (piece && !this.readPiece(piece, pieces[index - 1], pieces.slice(index + 1))) {
        return false
      }
    }
    return true
  }

  finish(): boolean {
    if (this.spans.length > 0) return this.close()
    if (this.breaks.length > 0) return false
    const [only] = this.text.clauses
    const named = union(this.groups)
    if (named === 0) return true
    // 8:30-17:30，周一至周六 names its days behind a comma; a last 每天 adds nothing.
    if (only && this.text.clauses.length === 1 && only.mask === EVERY_DAY && only.mark === null) {
      this.text.clauses[0] = { ...only, mask: named }
      return true
    }
    return false
  }

  private readPiece(piece: Piece, before: Piece | undefined, after: readonly Piece[]): boolean {
    switch (piece.type) {
      case 'days':
        return this.readDays(piece.mask, before, after)
      case 'span':
        return this.readSpan(piece.span)
      case 'all-day':
        return this.readSpan(WHOLE_DAY)
      case 'closed':
      case 'by-appointment':
      case 'as-usual':
        return this.readMark(piece.type, before)
      case 'season':
        return this.readSeason(piece.name, after[0]?.type === 'dates' ? after[0].dates : asideDates(after))
      case 'dates':
        return before?.type === 'season' || this.readSeason(null, piece.dates)
      case 'other-months':
        return this.half !== null && this.readSeason(this.half === 'summer' ? 'winter' : 'summer', null)
      case 'break':
        if (before?.type === 'span') return this.takeBreak()
        this.isBreakNext = true
        return true
      case 'stop':
        this.isApart = true
        return true
      case 'no-rest':
        this.text.neverRests = true
        return true
      case 'others':
        return after[0]?.type !== 'span' || this.readDays(EVERY_DAY, before, after)
      default:
        return true
    }
  }

  private readDays(mask: DayMask, before: Piece | undefined, after: readonly Piece[]): boolean {
    if (this.spans.length === 0) {
      const known = union(this.groups)
      // 每天 周一至周五 says two things at once.
      if (known & mask && known !== mask) return false
      this.groups.push(mask)
      return true
    }
    const isBehind = before !== undefined && !SEPARATORS.includes(before.type) && before.type !== 'days'
    if (isBehind && this.groups.length === 0 && isEndOfClause(after)) {
      this.groups = [mask]
      this.isComplete = true
      return true
    }
    if (before?.type === 'days' || (before?.type === 'join' && this.isComplete)) {
      this.groups.push(mask)
      return this.isComplete
    }
    if (!this.close()) return false
    if (this.outerGroups) this.half = null
    this.outerGroups = null
    this.groups = [mask]
    return true
  }

  private readSpan(span: Span): boolean {
    if (this.isBreakNext) {
      this.isBreakNext = false
      this.breaks.push(span)
      return true
    }
    if (this.isComplete && !this.close()) return false
    this.spans.push(span)
    return true
  }

  private readMark(mark: Mark, before: Piece | undefined): boolean {
    if (mark === 'by-appointment' && before?.type === 'others') {
      this.text.otherwiseByAppointment = true
      return true
    }
    if (before?.type === 'others') return mark === 'closed'
    if (mark === 'closed' && this.spans.length > 1 && before?.type === 'span') return this.takeBreak()
    if (this.spans.length > 0) return mark === 'as-usual' && !this.isComplete
    if (this.groups.length === 0) {
      if (mark === 'as-usual') return true
      if (mark === 'closed' || this.text.clauses.length > 0) return false
      this.text.clauses.push(this.marked(EVERY_DAY, mark))
      return true
    }
    // 周一至周五，节假日除外，8:30-17:00: what is closed are the holidays, the workdays still wait for their hours.
    const waiting = mark === 'closed' ? this.groups.filter((group) => (group & WORKDAYS) === WORKDAYS) : []
    const marked = this.groups.filter((group) => !waiting.includes(group))
    const isMixed = waiting.length > 0 && marked.length > 0
    this.text.clauses.push(this.marked(union(isMixed ? marked : this.groups), mark))
    this.groups = isMixed ? waiting : []
    return true
  }

  private readSeason(name: 'summer' | 'winter' | null, dates: Season | null): boolean {
    if (this.spans.length > 0) {
      if (!this.close()) return false
      this.groups = this.outerGroups ?? []
    } else if (this.half === null && this.groups.length > 0) {
      this.outerGroups = [...this.groups]
    }
    const half = dates ? (containsDate(dates, MIDSUMMER) ? 'summer' : 'winter') : name
    if (half === null || (name !== null && name !== half)) return false
    this.half = half
    this.isApart = false
    if (!dates) return true
    const summer = half === 'summer' ? dates : restOfYear(dates)
    const known = this.text.summer
    this.text.summer = summer
    return known === null || (known.from === summer.from && known.to === summer.to)
  }

  /** Reads what stands in brackets: a remark with days of its own, the days of what stands before it, or a part of it. */
  private readAside(pieces: readonly Piece[], before: Piece | undefined): boolean {
    const [first] = pieces
    if (!first || (first.type === 'dates' && before?.type === 'season')) return true
    if (first.type !== 'days') return this.read(pieces)
    if (pieces.some(({ type }) => CONTENT.includes(type))) {
      const aside = new ClauseReader()
      aside.half = this.half
      if (!aside.read(pieces) || !aside.finish()) return false
      this.text.clauses.push(...aside.text.clauses)
      return true
    }
    const mask = union(pieces.map((piece) => (piece.type === 'days' ? piece.mask : 0)))
    if (this.groups.length > 0) return union(this.groups) === mask
    this.groups = [mask]
    this.isComplete = this.spans.length > 0
    return true
  }

  /** The last span is a break within the ones before it. */
  private takeBreak(): boolean {
    const last = this.spans.pop()
    if (last) this.breaks.push(last)
    return this.spans.length > 0
  }

  /** What is said of days behind a full stop holds for the whole year. */
  private marked(mask: DayMask, mark: Mark): Clause {
    return { mask, half: this.isApart ? null : this.half, spans: [], mark, isApart: false }
  }

  private close(): boolean {
    const spans = withoutBreaks(this.spans, this.breaks)
    if (!spans || this.isBreakNext) return false
    this.text.clauses.push({
      mask: union(this.groups) || EVERY_DAY,
      half: this.half,
      spans,
      mark: null,
      isApart: this.isApart,
    })
    this.spans = []
    this.breaks = []
    this.groups = []
    this.isComplete = false
    return true
  }
}

const union = (masks: readonly DayMask[]): DayMask => masks.reduce((all, mask) => all | mask, 0)

/** Days at the end of a clause belong to the hours before them: nothing but more days follows before it ends. */
function isEndOfClause(after: readonly Piece[]): boolean {
  const next = after.find(({ type }) => type !== 'days' && type !== 'join' && type !== 'no-rest')
  return next === undefined || SEPARATORS.includes(next.type) || next.type === 'open'
}

function asideDates(after: readonly Piece[]): Season | null {
  const [open, dates] = after
  return open?.type === 'open' && dates?.type === 'dates' ? dates.dates : null
}

function closingOf(pieces: readonly Piece[], open: number): number | null {
  const end = pieces.findIndex(({ type }, index) => index > open && (type === 'close' || type === 'open'))
  return pieces[end]?.type === 'close' ? end : null
}

/** Takes the breaks out of the spans; null where a break lies outside of all of them. */
function withoutBreaks(spans: readonly Span[], breaks: readonly Span[]): Span[] | null {
  let left: Span[] = [...spans]
  for (const [from, to] of breaks) {
    const whole = left.find((span) => span[0] < from && to < span[1])
    if (!whole) return null
    left = left.flatMap((span): Span[] =>
      span === whole
        ? [
            [span[0], from],
            [to, span[1]],
          ]
        : [span],
    )
  }
  return left
}
