import { squeeze } from '@/core/width'
import type { Match } from '../mapping/match'
import { repeatsHeader } from '../mapping/recognise'
import { isBlank, type Sheet } from '../reading/sheet'
import { saysNothing } from './field'

export type SkipReason = 'total' | 'note' | 'section' | 'repeated-header' | 'no-data'

/** A row that is no record: told, so that nothing is dropped in silence. */
export type Skipped = { row: number; why: SkipReason; text: string }

const TOTAL = /^(?:本页|全街道|街道|社区|全部)?(?:合计|总计|小计|共计|累计|总数|总和|合共)(?:[:(].*|\d.*)?$/
const NOTE =
  /^(?:备注|附注|注|说明|填表说明|填表人|填报人|制表人|制表|审核人|审核|复核人|负责人签字|单位负责人|分管领导|经办人|填表日期|填报日期|填报单位|制表日期|制表单位|统计人|统计日期|统计时间|联系人及电话|盖章|单位\(盖章\)|数据来源|截止日期|截至)(?:\d)?\s*[:(]/
const CLOSING = /^(?:以上|以下(?:空白|无正文)|此表|本表|上述|\*+)/

/** Why the row is no record, 'blank' when nothing stands in it, null when it is one. */
export function skipReason(sheet: Sheet, index: number, match: Match): SkipReason | 'blank' | null {
  const cells = sheet.rows[index] ?? []
  const filled = cells.flatMap((cell, place) => (isBlank(cell) ? [] : [{ cell, place }]))
  const [first, second] = filled
  if (!first) return 'blank'
  const texts = [first, second].map((entry) => (typeof entry?.cell === 'string' ? squeeze(entry.cell) : ''))
  if (texts.some((text) => TOTAL.test(text))) return 'total'
  const opening = texts[0] ?? ''
  if (NOTE.test(opening)) return 'note'
  if (repeatsHeader(match.header, cells)) return 'repeated-header'
  if (filled.length === 1 && typeof first.cell === 'string') {
    if (CLOSING.test(opening) || (opening.length > 20 && match.fields.size > 2)) return 'note'
    const across = sheet.merges.find(
      ({ top, bottom, left }) => top === index && bottom === index && left === first.place,
    )
    if (across && across.right - across.left >= 2) return 'section'
    if (first.place === 0 && /^[一二三四五六七八九十]+[、.]/.test(opening)) return 'section'
  }
  return filled.every(({ cell, place }) => !match.fields.has(place) || saysNothing(cell)) ? 'no-data' : null
}
