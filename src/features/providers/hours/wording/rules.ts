import type { Locale } from '@/core/instants'
import {
  type DayHours,
  isSameDayHours,
  restOfYear,
  type Season,
  type ServiceHours,
  type Span,
  type Week,
} from '../rules'

const HOLIDAY = 7

/** The notation of one language; what it writes in Chinese is read back as the same hours. */
type Notation = {
  weekdays: readonly string[]
  everyDay: string
  weekend: string
  holiday: string
  wholeDay: string
  byAppointment: string
  closed: string
  otherwise: string
  nextDay: string
  until: string
  and: string
  spanSeparator: string
  clauseSeparator: string
  seasonSeparator: string
  season: (season: Season) => string
}

const ZH_WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const EN_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const EN_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const
const MONTH_ENDS: readonly string[] = [
  '01-31',
  '02-29',
  '03-31',
  '04-30',
  '05-31',
  '06-30',
  '07-31',
  '08-31',
  '09-30',
  '10-31',
  '11-30',
  '12-31',
]

const monthOf = (date: string): number => Number(date.slice(0, 2))
const dateOf = (date: string): number => Number(date.slice(3))
const isWholeMonths = ({ from, to }: Season): boolean => dateOf(from) === 1 && MONTH_ENDS.includes(to)

const NOTATIONS: Record<Locale, Notation> = {
  'zh-CN': {
    weekdays: ZH_WEEKDAYS,
    everyDay: '每天',
    weekend: '周末',
    holiday: '节假日',
    wholeDay: '24小时',
    byAppointment: '预约',
    closed: '休息',
    otherwise: '其他时间预约',
    nextDay: '次日',
    until: '至',
    and: '、',
    spanSeparator: '、',
    clauseSeparator: '，',
    seasonSeparator: '；',
    season: (season) =>
      isWholeMonths(season)
        ? `${monthOf(season.from)}月至${monthOf(season.to)}月`
        : `${monthOf(season.from)}月${dateOf(season.from)}日至${monthOf(season.to)}月${dateOf(season.to)}日`,
  },
  en: {
    weekdays: EN_WEEKDAYS,
    everyDay: 'Daily',
    weekend: 'Sat–Sun',
    holiday: 'public holidays',
    wholeDay: '24 hours',
    byAppointment: 'by appointment',
    closed: 'closed',
    otherwise: 'other times by appointment',
    nextDay: '',
    until: '–',
    and: ', ',
    spanSeparator: ', ',
    clauseSeparator: '; ',
    seasonSeparator: '. ',
    season: ({ from, to }) =>
      isWholeMonths({ from, to })
        ? `${EN_MONTHS[monthOf(from) - 1]}–${EN_MONTHS[monthOf(to) - 1]}`
        : `${dateOf(from)} ${EN_MONTHS[monthOf(from) - 1]}–${dateOf(to)} ${EN_MONTHS[monthOf(to) - 1]}`,
  },
}

/** Writes understood hours in one way, however the register wrote them. */
export function formatHours(hours: ServiceHours, locale: Locale): string {
  const notation = NOTATIONS[locale]
  const otherwise = hours.otherwiseByAppointment ? notation.clauseSeparator + notation.otherwise : ''
  if (!hours.summer) return formatWeek(hours.week, notation, false) + otherwise
  const { from, to, week } = hours.summer
  const parts = [
    `${notation.season({ from, to })} ${formatWeek(week, notation, true)}`,
    `${notation.season(restOfYear({ from, to }))} ${formatWeek(hours.week, notation, true)}`,
  ]
  return parts.join(notation.seasonSeparator) + otherwise
}

/** Writes the hours of one day: 8:30–11:30、14:00–17:30. */
export function formatDayHours(hours: DayHours, locale: Locale): string {
  return writeDayHours(hours, NOTATIONS[locale])
}

function writeDayHours(hours: DayHours, notation: Notation): string {
  if (hours.kind === 'closed') return notation.closed
  if (hours.kind === 'by-appointment') return notation.byAppointment
  return hours.spans.map((span) => writeSpan(span, notation)).join(notation.spanSeparator)
}

function writeSpan([from, to]: Span, notation: Notation): string {
  if (from === 0 && to === 1440) return notation.wholeDay
  return `${clock(from)}–${to > 1440 ? notation.nextDay + clock(to - 1440) : clock(to)}`
}

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** The days that share their hours are written together; days without any are left out. */
function formatWeek(week: Week, notation: Notation, isSeason: boolean): string {
  const [monday = week.holiday] = week.days
  const isOneForAll = [...week.days, week.holiday].every((hours) => isSameDayHours(hours, monday))
  const isWhole = monday.kind === 'open' && monday.spans[0]?.[1] === 1440 && monday.spans[0][0] === 0
  if (isOneForAll && monday.kind === 'open' && (isSeason || isWhole)) return writeDayHours(monday, notation)
  const slots = [...week.days, week.holiday]
  const isDaily = week.days.every((hours) => isSameDayHours(hours, slots[0] ?? hours))
  const groups: { hours: DayHours; indexes: number[] }[] = []
  slots.forEach((hours, index) => {
    const group = groups.find((known) => isSameDayHours(known.hours, hours))
    if (group) group.indexes.push(index)
    else groups.push({ hours, indexes: [index] })
  })
  return groups
    .filter(({ hours }) => hours.kind !== 'closed' || isDaily)
    .map(({ hours, indexes }) => `${writeDays(indexes, isDaily, notation)}${writeDayHours(hours, notation)}`)
    .join(notation.clauseSeparator)
}

function writeDays(indexes: readonly number[], isDaily: boolean, notation: Notation): string {
  const weekdays = indexes.filter((index) => index !== HOLIDAY)
  // A place open alike every day of the week is taken to be so on holidays, which then need no word.
  const withHoliday = indexes.includes(HOLIDAY) && !(isDaily && weekdays.length > 0)
  const words =
    weekdays.length === 7 ? [notation.everyDay] : runsOf(weekdays).map((run) => writeRun(run, notation))
  return `${[...words, ...(withHoliday ? [notation.holiday] : [])].join(notation.and)} `
}

function writeRun(run: readonly number[], notation: Notation): string {
  const [first = 0] = run
  const last = run.at(-1) ?? first
  if (first === 5 && last === 6) return notation.weekend
  const name = (index: number) => notation.weekdays[index] ?? ''
  return run.length > 2 ? `${name(first)}${notation.until}${name(last)}` : run.map(name).join(notation.and)
}

function runsOf(indexes: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const index of indexes) {
    const run = runs.at(-1)
    if (run && run.at(-1) === index - 1) run.push(index)
    else runs.push([index])
  }
  return runs
}
