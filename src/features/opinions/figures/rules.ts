import { dayOf } from '@/core/instants'
import { DAYS_TO_ANSWER } from '../rules'

const DAY_MS = 86_400_000

export type Counted = {
  hour: Date
  answeredHour: Date | null
  community: { id: string; name: string }
}

export type Figures = { received: number; answered: number; inTime: number; late: number }
export type FiguresRow = Figures & { id: string; month: string; community: { id: string; name: string } }

export const NONE: Figures = { received: 0, answered: 0, inTime: 0, late: 0 }

/** One opinion more; `late` is what waits for longer than it should, `inTime` what was answered within seven days. */
export function counting(
  figures: Figures,
  { hour, answeredHour }: Omit<Counted, 'community'>,
  now: Date,
): Figures {
  const isInTime = Number(answeredHour ?? now) - hour.getTime() <= DAYS_TO_ANSWER * DAY_MS
  return {
    received: figures.received + 1,
    answered: figures.answered + (answeredHour ? 1 : 0),
    inTime: figures.inTime + (answeredHour && isInTime ? 1 : 0),
    late: figures.late + (!answeredHour && !isInTime ? 1 : 0),
  }
}

/** Figures by community and by the month in which the opinions came, the latest month first, communities in the order in which they came. */
export function figuresBy(opinions: readonly Counted[], now: Date): FiguresRow[] {
  const rows = new Map<string, FiguresRow>()
  for (const opinion of opinions) {
    const month = dayOf(opinion.hour).slice(0, 7)
    const id = `${month} ${opinion.community.id}`
    const row = rows.get(id) ?? { id, month, community: opinion.community, ...NONE }
    rows.set(id, { ...row, ...counting(row, opinion, now) })
  }
  return [...rows.values()].sort((one, other) =>
    one.month < other.month ? 1 : one.month > other.month ? -1 : 0,
  )
}

/** All rows together. */
export const totalOf = (rows: readonly Figures[]): Figures =>
  rows.reduce(
    (sum, row) => ({
      received: sum.received + row.received,
      answered: sum.answered + row.answered,
      inTime: sum.inTime + row.inTime,
      late: sum.late + row.late,
    }),
    NONE,
  )

/** The first day of a month, and of the month after; a month is written YYYY-MM. */
export function boundsOf(from: string, to: string): { since: string; before: string } {
  const [year = 0, month = 1] = to.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return { since: `${from}-01`, before: `${next}-01` }
}
