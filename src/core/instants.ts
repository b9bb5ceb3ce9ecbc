import { tzOffset } from '@date-fns/tz'

/** The zone every street's calendar lives in; the server's own zone is never asked. */
export const ZONE = 'Asia/Shanghai'

/** A calendar day of the zone, written YYYY-MM-DD; such days compare as text. */
export type Day = string

/** 1 is Monday, 7 is Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The languages the product speaks. */
export type Locale = 'zh-CN' | 'en'

const DAY_MILLISECONDS = 86_400_000
const MINUTE_MILLISECONDS = 60_000
const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const MONTHS_EN = [
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

const two = (value: number): string => String(value).padStart(2, '0')

/** Midnight UTC of the same written day: an arithmetic aid that no zone and no summer time disturbs. */
const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

const dayOfUtc = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10)

/** Whether the text is a day that exists, in the one form that is stored. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const milliseconds = utcOf(text)
  return !Number.isNaN(milliseconds) && dayOfUtc(milliseconds) === text
}

/** The zone's wall clock at the instant, as if it were UTC. */
const wallClock = (instant: Date): number => instant.getTime() + tzOffset(ZONE, instant) * MINUTE_MILLISECONDS

/** The day on which the instant falls in the zone. */
export function dayOf(instant: Date): Day {
  return dayOfUtc(wallClock(instant))
}

/** Minutes since the zone's midnight, 0 to 1439. */
export function minutesOfDay(instant: Date): number {
  const local = new Date(wallClock(instant))
  return local.getUTCHours() * 60 + local.getUTCMinutes()
}

export function weekdayOf(day: Day): Weekday {
  return (((new Date(utcOf(day)).getUTCDay() + 6) % 7) + 1) as Weekday
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function addDays(day: Day, days: number): Day {
  return dayOfUtc(utcOf(day) + days * DAY_MILLISECONDS)
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MILLISECONDS)
}

/** The instant at which the day begins in the zone. */
export function startOf(day: Day): Date {
  return instantAt(day, 0)
}

/** The instant so many wall-clock minutes into the day; 1440 and more reach into the days after. */
export function instantAt(day: Day, minutes: number): Date {
  const wall = utcOf(day) + minutes * MINUTE_MILLISECONDS
  const near = new Date(wall - tzOffset(ZONE, new Date(wall)) * MINUTE_MILLISECONDS)
  return new Date(wall - tzOffset(ZONE, near) * MINUTE_MILLISECONDS)
}

/** 2026年11月22日, or 22 Nov 2026. */
export function formatDate(day: Day, locale: Locale): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return locale === 'en' ? `${date} ${MONTHS_EN[month - 1]} ${year}` : `${year}年${month}月${date}日`
}

/** 11月22日, or 22 Nov. */
export function formatMonthDay(day: Day, locale: Locale): string {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return locale === 'en' ? `${date} ${MONTHS_EN[month - 1]}` : `${month}月${date}日`
}

/** 周日, or Sun. */
export function formatWeekday(day: Day, locale: Locale): string {
  return (locale === 'en' ? WEEKDAYS_EN : WEEKDAYS_ZH)[weekdayOf(day) - 1] ?? ''
}

/** 2026年11月22日 (周日), or Sun, 22 Nov 2026. */
export function formatDay(day: Day, locale: Locale): string {
  const [date, weekday] = [formatDate(day, locale), formatWeekday(day, locale)]
  return locale === 'en' ? `${weekday}, ${date}` : `${date} (${weekday})`
}

/** 14:30, on the clock of the zone. */
export const formatTime = (instant: Date): string => timeOfMinutes(minutesOfDay(instant))

/** Minutes since midnight as 08:30; and back. */
export const timeOfMinutes = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
export const minutesOfTime = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whether a minute of the day lies in a stretch, which may reach over midnight; from a minute to itself is never. */
export const isInStretch = (minute: number, from: number, to: number): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to

/** A moment of Shanghai as a form writes it, such as 2026-11-25T08:30. */
export function writtenMoment(instant: Date): string {
  return `${dayOf(instant)}T${formatTime(instant)}`
}

/** The instant of a moment that was written in a form, in Shanghai; what is no moment stays as it is, to be refused. */
export function instantWritten(written: string): string {
  const instant = new Date(`${written}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? written : instant.toISOString()
}

/** 2026年11月22日 (周日) 14:30, or Sun, 22 Nov 2026, 14:30. */
export function formatInstant(instant: Date, locale: Locale): string {
  return `${formatDay(dayOf(instant), locale)}${locale === 'en' ? ',' : ''} ${formatTime(instant)}`
}
