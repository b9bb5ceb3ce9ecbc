import { foldDashes, squeeze } from './width'

/** One building as a register writes it; `number` is what 1幢, 1栋 and 1号楼 have in common. */
export type WrittenBuilding = { number: string; written: string; stairwell?: string }

export type BuildingListRefusal =
  | 'empty'
  | 'not-a-building'
  | 'range-backwards'
  | 'range-too-long'
  | 'became-a-date'

export type BuildingListRead =
  | { ok: true; buildings: WrittenBuilding[] }
  | { ok: false; refusal: BuildingListRefusal; text: string }

const ENDING = '(?:号住宅楼|号楼|号栋|号幢|#楼|#|栋楼|幢楼|楼栋|幢|栋|号|座|楼|橦|憧)'
const STAIRWELL =
  /^(.*?(?:楼|幢|栋|座|#|号))-?([\da-z]{1,3}|[一二三四五六七八九十]+|[东西南北中])(?:单元|楼道|门洞|梯)$/i
/** A range over more buildings than this is a slip of the pen. */
const LONGEST_RANGE = 100

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 二十一 is 21; null for what is no numeral below a hundred. */
export function chineseNumeral(text: string): number | null {
  const parts = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (text === '' || !parts) return DIGITS[text] ?? null
  const [, tens, ten, ones] = parts
  if (!ten) return tens && ones ? null : (DIGITS[text] ?? null)
  return (tens ? (DIGITS[tens] ?? 0) : 1) * 10 + (ones ? (DIGITS[ones] ?? 0) : 0)
}

const bare = (text: string): string => {
  const inner = text.replace(/^(?:第|no\.?|#|\()/i, '').replace(new RegExp(`\\)?${ENDING}\\)?$`), '')
  const counted = chineseNumeral(inner)
  if (counted !== null) return String(counted)
  return inner.replace(/^0+(?=\d)/, '').toUpperCase()
}

const looksLikeBuilding = (number: string): boolean =>
  /^[A-Z]{0,2}\d{1,4}[A-Z]?(-\d{1,3})?$/.test(number) ||
  /^[A-Z]$/.test(number) ||
  /^(?:[东西南北中前后甲乙丙丁戊附新老旧]|综合|商住|住宅|附属|办公)?(?:[东西南北中甲乙丙丁]|\d{1,3}[A-Z]?|综合|商住|住宅|附属|办公|[A-Z]\d{0,2})?$/.test(
    number,
  )

/** A single building's number: 1幢, 1栋, 1号楼, #1, 第一幢 are all 1; A1幢 is A1, 甲栋 is 甲. Null when it is none. */
export function buildingNumber(written: string): string | null {
  const text = squeeze(foldDashes(written))
  const number = bare(text)
  return number !== '' && looksLikeBuilding(number) ? number : null
}

const one = (text: string, ending: string): WrittenBuilding | null => {
  const inside = STAIRWELL.exec(text)
  const place = inside?.[1] ?? text
  const number = buildingNumber(place)
  if (number === null) return null
  const written = new RegExp(`${ENDING}$`).test(place) ? place : place + ending
  return inside?.[2] === undefined ? { number, written } : { number, written, stairwell: inside[2] }
}

const RANGE = new RegExp(`^(?:第)?([a-z]?)(\\d{1,4})${ENDING}?(?:-|至|到)([a-z]?)(\\d{1,4})(${ENDING})$`, 'i')

const range = (text: string): BuildingListRead | null => {
  const parts = RANGE.exec(text)
  if (!parts) return null
  const [, letter = '', from = '', otherLetter = '', to = '', ending = ''] = parts
  if (otherLetter !== '' && letter.toUpperCase() !== otherLetter.toUpperCase()) return null
  const count = Number(to) - Number(from)
  if (count < 0) return { ok: false, refusal: 'range-backwards', text }
  if (count >= LONGEST_RANGE) return { ok: false, refusal: 'range-too-long', text }
  const buildings = Array.from({ length: count + 1 }, (_, step) => {
    const number = `${letter.toUpperCase()}${Number(from) + step}`
    return { number, written: number + ending }
  })
  return { ok: true, buildings }
}

/** All buildings of one cell: 3幢、5幢 · 1-3幢 · 1,2,3号楼 · 5幢6幢 · 1#、2# · 3幢2单元. The last ending serves those without one. */
export function parseBuildings(written: string): BuildingListRead {
  const listed = foldDashes(written).replace(/(?<=\S)[ \t]*[\r\n]+\s*(?=\S)|(?<=\d)\s+(?=\d)/g, '、')
  const text = squeeze(listed).replace(/(?<=[栋幢楼座#号])\((?:[^()]*)\)/g, '')
  if (text === '' || /^-+$/.test(text)) return { ok: false, refusal: 'empty', text }
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return { ok: false, refusal: 'became-a-date', text }
  const parts = text
    .split(/[、,,;;/\\和及与+&|.·]+|(?<=[幢栋座#]|号楼)(?=\d+[幢栋座#号])/)
    .filter((part) => part !== '')
  const ending = new RegExp(`${ENDING}$`).exec(parts.at(-1) ?? '')?.[0] ?? ''
  const buildings: WrittenBuilding[] = []
  for (const part of parts) {
    const closed = new RegExp(`${ENDING}$`).test(part)
      ? part
      : part + (/\d-\d|至|到/.test(part) ? ending : '')
    const several = range(closed)
    if (several && !several.ok) return several
    const found = several?.buildings ?? [one(part, ending)]
    for (const building of found) {
      if (!building) return { ok: false, refusal: 'not-a-building', text: part }
      if (
        !buildings.some((known) => known.number === building.number && known.stairwell === building.stairwell)
      )
        buildings.push(building)
    }
  }
  return buildings.length === 0 ? { ok: false, refusal: 'not-a-building', text } : { ok: true, buildings }
}
