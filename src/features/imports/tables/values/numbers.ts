import { foldDashes, squeeze } from '@/core/width'
import { fault } from '../../faults'
import { fenPer, squareMetresPer, unitOf } from '../../mapping/units'
import type { Reader, Reading } from '../field'

const SUFFIX = /(?:户|人|名|位|幢|栋|座|个|单元|层|楼|处|套|台|分|岁|℃|%)$/
const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/

/** A number as offices type it: full-width, with thousands commas, with its counter word; null for anything else. */
export function numberOf(cell: string | number): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  const text = foldDashes(squeeze(cell)).replace(/^共/, '')
  const bare = NUMBER.test(text) ? text : text.replace(SUFFIX, '')
  if (!NUMBER.test(bare)) return null
  const value = Number(bare.replace(/,/g, ''))
  return text.endsWith('%') ? value / 100 : value
}

/** A count of things, 0 to the most there can be. */
export function wholeNumber(max: number, min = 0): Reader<number> {
  return (cell): Reading<number> => {
    const value = numberOf(cell)
    if (value === null) return { fault: fault('not-a-number') }
    if (!Number.isInteger(value)) return { fault: fault('not-whole') }
    return value < min || value > max ? { fault: fault('out-of-range', { min, max }) } : { value }
  }
}

const INLINE_UNIT = /^(-?[\d,.]+)\s*([^\d,.\s].*)$/

const measured = (cell: string | number): { value: number | null; unit: ReturnType<typeof unitOf> } => {
  if (typeof cell === 'number') return { value: cell, unit: null }
  const parts = INLINE_UNIT.exec(squeeze(cell).replace(/^约/, ''))
  const unit = parts?.[2] ? unitOf(parts[2]) : null
  return { value: numberOf(unit && parts?.[1] ? parts[1] : cell), unit }
}

const MOST_SQUARE_METRES = 100_000_000
const MOST_FEN = 2_000_000_000

/** Whole square metres; the cell's own unit counts before the heading's. */
export const area: Reader<number> = (cell, headed) => {
  const { value, unit } = measured(cell)
  if (value === null) return { fault: fault('not-a-number') }
  const metres = Math.round(value * squareMetresPer(unit ?? headed))
  return metres < 0 || metres > MOST_SQUARE_METRES
    ? { fault: fault('out-of-range', { min: 0, max: MOST_SQUARE_METRES }) }
    : { value: metres }
}

/** Whole fen; yuan where neither cell nor heading says otherwise. */
export const money: Reader<number> = (cell, headed) => {
  const { value, unit } = measured(typeof cell === 'string' ? squeeze(cell).replace(/^[¥￥]/, '') : cell)
  if (value === null) return { fault: fault('not-a-number') }
  const fen = Math.round(value * fenPer(unit ?? headed))
  return fen < 0 || fen > MOST_FEN
    ? { fault: fault('out-of-range', { min: 0, max: MOST_FEN / 100 }) }
    : { value: fen }
}

const DEGREES =
  /^(\d{1,3})[°度](?:(\d{1,2}(?:\.\d+)?)[′'分](?:(\d{1,2}(?:\.\d+)?)(?:″|"|''|秒)?)?)?[东北]?[NE]?$/i

const degreesOf = (cell: string | number): number | null => {
  if (typeof cell === 'number') return cell
  const text = squeeze(cell).replace(/^(?:东经|北纬|经度|纬度|[NE])[::]?/i, '')
  const parts = DEGREES.exec(text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'))
  if (parts) return Number(parts[1]) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0) / 3600
  return numberOf(text.replace(/[°度]$/, ''))
}

const degrees =
  (min: number, max: number): Reader<number> =>
  (cell) => {
    const value = degreesOf(cell)
    if (value === null) return { fault: fault('not-a-number') }
    if (value < min || value > max) return { fault: fault('coordinates-out-of-range', { min, max }) }
    return { value: Number(value.toFixed(7)) }
  }

/** East of Greenwich, within China. */
export const longitude = degrees(73, 136)
/** North of the equator, within China. */
export const latitude = degrees(3, 54)

/** 120.13398,32.495984 in one cell, in either order. */
export const coordinates: Reader<{ longitude: number; latitude: number }> = (cell, unit) => {
  const parts = String(cell)
    .split(/[,，;；、\s]+/)
    .filter((part) => part !== '')
  const [one = '', other = ''] = Number(parts[0]) < Number(parts[1]) ? [...parts].reverse() : parts
  const east = longitude(one, unit)
  const north = latitude(other, unit)
  if (east.value === undefined || north.value === undefined || parts.length !== 2)
    return { fault: east.fault ?? north.fault ?? fault('not-a-number') }
  return { value: { longitude: east.value, latitude: north.value } }
}

/** 1 to 5, or as words from 非常不满意 to 非常满意. */
export const rating: Reader<number> = (cell) => {
  const text = squeeze(String(cell)).replace(/[分星级]$/, '')
  const worded = ['非常不满意', '不满意', '一般', '满意', '非常满意'].indexOf(
    text
      .replace(/^很不|^极不/, '非常不')
      .replace(/^很(?=满)/, '非常')
      .replace(/^比较|^较|^基本满意/, (start) => (start === '基本满意' ? '满意' : '')),
  )
  const value = worded >= 0 ? worded + 1 : numberOf(text)
  return value !== null && Number.isInteger(value) && value >= 1 && value <= 5
    ? { value }
    : { fault: fault('rating-invalid') }
}
