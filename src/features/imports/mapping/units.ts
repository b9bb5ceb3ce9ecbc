/** What a heading or a cell measures in. */
export type Unit = '㎡' | '万㎡' | '公顷' | '亩' | '平方公里' | '元' | '千元' | '万元' | '分'

const SPELLINGS: readonly [RegExp, Unit][] = [
  [/万(?:㎡|m2|m²|平方米|平米|平方|平)/i, '万㎡'],
  [/平方公里|平方千米|km2|km²|k㎡/i, '平方公里'],
  [/公顷|hm2|hm²|ha$/i, '公顷'],
  [/亩/, '亩'],
  [/㎡|m2|m²|平方米|平米|平方/i, '㎡'],
  [/万元/, '万元'],
  [/千元/, '千元'],
  [/元/, '元'],
]

/** The unit that a heading names, in brackets or at its end: 建筑面积（万㎡）, 月工资元. */
export function unitOf(heading: string): Unit | null {
  return SPELLINGS.find(([spelling]) => spelling.test(heading))?.[1] ?? null
}

const SQUARE_METRES: Partial<Record<Unit, number>> = {
  '㎡': 1,
  '万㎡': 10_000,
  公顷: 10_000,
  亩: 2000 / 3,
  平方公里: 1_000_000,
}
const FEN: Partial<Record<Unit, number>> = { 分: 1, 元: 100, 千元: 100_000, 万元: 1_000_000 }

export function squareMetresPer(unit: Unit | null): number {
  return (unit && SQUARE_METRES[unit]) ?? 1
}

export function fenPer(unit: Unit | null): number {
  return (unit && FEN[unit]) ?? 100
}
