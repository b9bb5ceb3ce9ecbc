import { type Day, isDay } from '@/core/instants'
import { foldDashes, tidy } from '@/core/width'
import { fault } from '../../faults'
import type { Reader } from '../field'

/** Days since 1899-12-30, as spreadsheets count them; these are 1954 to 2064. */
const SERIALS = { from: 20_000, to: 60_000 } as const
const EPOCH = Date.UTC(1899, 11, 30)

const two = (text: string): string => text.padStart(2, '0')

const ofSerial = (serial: number): Day =>
  new Date(EPOCH + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)

const dayOf = (year: string, month: string, day: string): Day | null => {
  const written = `${year}-${two(month)}-${two(day)}`
  return isDay(written) ? written : null
}

const FULL =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:\s*(?:周|星期)[一二三四五六日天])?(?:[\sT]+\d{1,2}:\d{2}.*)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:份|起)?$/
const COMPACT_MONTH = /^(\d{4})(\d{2})$/
const YEAR = /^(\d{4})年?$/

/** A day in whichever way it is written: 2021-03-16, 2021/3/16, 2021.3.16, 2021年3月16日, 20210316, or a spreadsheet's number. */
export function dayIn(cell: string | number): Day | null {
  if (typeof cell === 'number' && cell >= SERIALS.from && cell < SERIALS.to) return ofSerial(cell)
  const text = foldDashes(tidy(String(cell)))
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayIn(Number(text))
  const parts = FULL.exec(text) ?? COMPACT.exec(text)
  return parts ? dayOf(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '') : null
}

export const day: Reader<Day> = (cell) => {
  const value = dayIn(cell)
  return value === null ? { fault: fault('date-invalid') } : { value }
}

const firstOf = (year: string, month: string): Day | null => dayOf(year, month, '1')

/** The first day of a month; 2019.1 as a number may be January or October, and is refused. */
export const firstOfMonth: Reader<Day> = (cell) => {
  if (
    typeof cell === 'number' &&
    !Number.isInteger(cell) &&
    cell > 1900 &&
    cell < 2100 &&
    /\.1$/.test(String(cell))
  )
    return { fault: fault('month-ambiguous') }
  const whole = dayIn(cell)
  if (whole !== null) return { value: whole }
  const text = foldDashes(tidy(String(cell)))
  const parts = MONTH.exec(text) ?? COMPACT_MONTH.exec(text)
  const first = parts ? firstOf(parts[1] ?? '', parts[2] ?? '') : null
  if (first !== null) return { value: first }
  const year = YEAR.exec(text)?.[1]
  if (year && Number(year) >= 1949 && Number(year) <= 2100)
    return { value: `${year}-01-01`, note: fault('month-assumed') }
  return { fault: fault('date-invalid') }
}

const likelyYear = (year: number): boolean => year >= 1900 && year <= 2100

/** 1998, 1998年, 1998年5月, 1998/5, 约1998年; what is no single year is left out with a word. */
export const year: Reader<number> = (cell) => {
  if (typeof cell === 'number') {
    if (Number.isInteger(cell) && likelyYear(cell)) return { value: cell }
    if (cell >= SERIALS.from && cell < SERIALS.to) return { value: Number(ofSerial(cell).slice(0, 4)) }
    return likelyYear(Math.floor(cell)) ? { value: Math.floor(cell) } : { note: fault('year-left-out') }
  }
  const text = foldDashes(tidy(cell)).replace(/\s+/g, '')
  const found = /^(约|大约|约为)?(\d{4})(?!\d)(年?)(?![-至~]\d{4})(.*)$/.exec(text)
  const value = Number(found?.[2] ?? (/^\d{6,8}$/.test(text) ? text.slice(0, 4) : Number.NaN))
  const rest = found?.[4] ?? ''
  if (!likelyYear(value) || /代|世纪|至|到/.test(rest)) return { note: fault('year-left-out') }
  const approximate = found?.[1] !== undefined || /左右|前后|以前|以后|前|后/.test(rest)
  return approximate ? { value, note: fault('year-approximate', { year: value }) } : { value }
}

/** A birth year, also out of a whole birthday. */
export const birthYear: Reader<number> = (cell) => {
  const written = dayIn(cell)
  if (written !== null) return { value: Number(written.slice(0, 4)) }
  return year(cell, null)
}
