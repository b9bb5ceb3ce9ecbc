import type { Option, Question } from '../../questions/schema'
import { SMALL_GROUP } from '../blocks/rules'
import { designEffect, intervalOf } from '../weights/rules'

/** So many answers of one part that say one thing; without an item, all that answered the question. */
export type Cell = {
  part: number
  question: string
  item: string | null
  /** A matrix' row, or the place in a ranking. */
  place: string | null
  count: number
}

export type Item = { key: string; label: string; labelEn: string | null }

export type Figure = {
  count: number
  /** Weighted, of those that answered; none where nobody did. */
  share: number | null
  low: number | null
  high: number | null
  /** The mean place in a ranking among those that ranked it. */
  meanPlace?: number | null
}

export type Group = {
  /** How many answered the question; none where too few did to be shown. */
  answered: number | null
  figures: Figure[]
  /** Of scales and numbers. */
  mean: number | null
}

export type Sight = 'exact' | 'coarse'

/** A whole number of fives: what is shown in place of a count to who may not see single answers. */
export const inFives = (count: number): number => Math.round(count / SMALL_GROUP) * SMALL_GROUP

const codedAs = (label: string): Item => ({ key: label, label, labelEn: null })
const optionItem = ({ code, label, labelEn }: Option): Item => ({ key: code, label, labelEn })

/** What the figures of a question stand for: options and whatever else was answered, steps of a scale, bins of numbers, words of the codebook. */
export function itemsOf(
  question: Question,
  cells: readonly Cell[],
  bins: readonly Bin[],
  codes: readonly Item[],
  sight: Sight,
): Item[] {
  const said = countsOf(cells)
  const least = sight === 'coarse' ? SMALL_GROUP : 1
  if (question.kind === 'text') return codes.filter(({ key }) => (said.get(key) ?? 0) >= least)
  if (question.kind === 'number') return bins.map(binItem)
  if (question.kind === 'matrix')
    return question.rows.flatMap((row) =>
      question.options.map((option) => ({
        key: `${row.code}/${option.code}`,
        label: `${row.label} · ${option.label}`,
        labelEn: row.labelEn && option.labelEn && `${row.labelEn} · ${option.labelEn}`,
      })),
    )
  const known =
    question.kind === 'scale'
      ? Array.from({ length: (question.max ?? 5) - (question.min ?? 1) + 1 }, (_, step) =>
          codedAs(String((question.min ?? 1) + step)),
        )
      : question.options.map(optionItem)
  const keys = new Set(known.map(({ key }) => key))
  const others = [...said].flatMap(([item, count]) => (!keys.has(item) && count >= least ? item : []))
  return [...known, ...others.sort().map(codedAs)]
}

function countsOf(cells: readonly Cell[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { item, count } of cells) if (item !== null) counts.set(item, (counts.get(item) ?? 0) + count)
  return counts
}

export type Bin = { from: number; to: number }
const binItem = ({ from, to }: Bin): Item => codedAs(from === to ? String(from) : `${from}–${to}`)

const MOST_BINS = 10

/**
 * Bins of whole steps of 1, 2 or 5 times a power of ten, over the question's own ends where it has them. To who may not
 * see single answers the ends tell nothing of the five lowest and the five highest.
 */
export function binsOf({ min, max }: Question, cells: readonly Cell[], sight: Sight): Bin[] {
  const values = cells
    .flatMap(({ item, count }) => (item === null ? [] : { value: Number(item), count }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((one, other) => one.value - other.value)
  const lowest = min ?? endOf(values, sight)
  const highest = max ?? endOf(values.toReversed(), sight)
  if (lowest === null || highest === null || lowest > highest) return []
  const wanted = (highest - lowest) / MOST_BINS
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)))
  const step = [1, 2, 5, 10].map((times) => times * power).find((width) => width >= wanted) ?? 10 * power
  const start = Math.floor(lowest / step) * step
  return Array.from({ length: Math.floor((highest - start) / step) + 1 }, (_, place) => ({
    from: start + place * step,
    to: start + (place + 1) * step - 1,
  }))
}

/** The first of the values, or the first that five stand before. */
function endOf(values: readonly { value: number; count: number }[], sight: Sight): number | null {
  let passed = 0
  for (const { value, count } of values) {
    passed += count
    if (sight === 'exact' || passed > SMALL_GROUP) return value
  }
  return null
}

type Weighted = { count: number; weight: number }

const summed = (sums: ReadonlyMap<string, Weighted>, key: string): Weighted =>
  sums.get(key) ?? { count: 0, weight: 0 }

function add(sums: Map<string, Weighted>, key: string, count: number, weight: number): void {
  const sum = summed(sums, key)
  sums.set(key, { count: sum.count + count, weight: sum.weight + count * weight })
}

const ANSWERED = ''

/** Which item a cell counts for; null where it counts for none. */
function keyOf(question: Question, bins: readonly Bin[], cell: Cell): string | null {
  if (cell.item === null) return ANSWERED
  if (question.kind === 'matrix') return `${cell.place}/${cell.item}`
  if (question.kind === 'ranking') return cell.place === '1' ? cell.item : null
  if (question.kind !== 'number') return cell.item
  // What lies beyond the ends counts to them.
  const bin = bins.find(({ to }) => Number(cell.item) < to + 1) ?? bins.at(-1)
  return bin ? binItem(bin).key : null
}

type Row = { weightOf: (part: number) => number; effect: number }

/** The figures of one question over the cells of one row; weights and intervals as the page explains them. */
export function groupOf(
  question: Question,
  items: readonly Item[],
  bins: readonly Bin[],
  cells: readonly Cell[],
  { weightOf, effect }: Row,
  sight: Sight,
): Group {
  const sums = new Map<string, Weighted>()
  for (const cell of cells) {
    const key = keyOf(question, bins, cell)
    if (key !== null) add(sums, key, cell.count, weightOf(cell.part))
    if (key !== null && key !== ANSWERED && question.kind === 'matrix')
      add(sums, `${cell.place}/`, cell.count, weightOf(cell.part))
  }
  const answered = summed(sums, ANSWERED).count
  const least = sight === 'coarse' ? SMALL_GROUP : 1
  if (answered < least) return { answered: sight === 'exact' ? answered : null, figures: [], mean: null }
  const figures = items.map(({ key }) => {
    const base = question.kind === 'matrix' ? summed(sums, `${key.split('/')[0]}/`) : summed(sums, ANSWERED)
    const figure = figureOf(summed(sums, key), base, effect, sight)
    return question.kind === 'ranking'
      ? { ...figure, meanPlace: meanPlaceOf(cells, key, weightOf, sight) }
      : figure
  })
  return {
    answered: sight === 'coarse' ? inFives(answered) : answered,
    figures,
    mean: meanOf(question, items, bins, cells, figures, weightOf, sight),
  }
}

/** One share with its interval; coarse figures are whole fives of households, whatever the weights make of them. */
function figureOf(of: Weighted, base: Weighted, effect: number, sight: Sight): Figure {
  const nothing = { share: null, low: null, high: null }
  if (sight === 'exact') {
    if (base.weight === 0) return { count: of.count, ...nothing }
    const share = of.weight / base.weight
    return { count: of.count, share, ...intervalOf(share, base.count, effect) }
  }
  const all = inFives(base.count)
  if (base.count < SMALL_GROUP) return { count: 0, ...nothing }
  const share = Math.min(1, inFives((of.weight / base.weight) * base.count) / all)
  return { count: Math.min(all, inFives(of.count)), share, ...intervalOf(share, all, effect) }
}

function meanPlaceOf(
  cells: readonly Cell[],
  option: string,
  weightOf: (part: number) => number,
  sight: Sight,
): number | null {
  const places = new Map<string, Weighted>()
  for (const { item, place, count, part } of cells)
    if (item === option && place !== null) add(places, place, count, weightOf(part))
  let [sum, all] = [0, 0]
  for (const [place, { count, weight }] of places) {
    const much = sight === 'exact' ? weight : inFives(count)
    sum += Number(place) * much
    all += much
  }
  return all === 0 ? null : sum / all
}

function meanOf(
  question: Question,
  items: readonly Item[],
  bins: readonly Bin[],
  cells: readonly Cell[],
  figures: readonly Figure[],
  weightOf: (part: number) => number,
  sight: Sight,
): number | null {
  if (question.kind !== 'scale' && question.kind !== 'number') return null
  let [sum, all] = [0, 0]
  const take = (value: number, much: number) => {
    if (!Number.isFinite(value)) return
    sum += value * much
    all += much
  }
  if (sight === 'exact')
    for (const { item, count, part } of cells) {
      if (item !== null) take(Number(item), count * weightOf(part))
    }
  else
    for (const [index, { share }] of figures.entries()) {
      const bin = bins[index]
      take(bin ? (bin.from + bin.to) / 2 : Number(items[index]?.key), share ?? 0)
    }
  return all === 0 ? null : sum / all
}

/** The design effect of a row: of its parts' weights, by how many households returned in each. */
export const effectOf = (
  parts: readonly number[],
  returnedOf: (part: number) => number,
  weightOf: (part: number) => number,
): number => designEffect(parts.map((part) => ({ weight: weightOf(part), count: returnedOf(part) })))
