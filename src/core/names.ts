import { foldLetters, foldWidth, squeeze, tidy } from './width'

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u
const MIDDLE_DOTS = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\u00b7.]/g
const BRACKETED = /[(〔【[][^()〔〕【】[\]]*[)〕】\]]/g

const COMPOUND_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐'.split(
    ' ',
  ),
)

/** A person's name as it is stored: no spaces inside a Chinese name, one dot between a minority name's parts, single spaces in a Latin one, notes in brackets left out. */
export function personName(written: string): string {
  const text = tidy(written.replace(/[\r\n]+/g, ' '))
    .replace(BRACKETED, '')
    .trim()
  if (!HAN.test(text)) return text
  const dotted = text.replace(
    /(?<=\p{Script=Han})\s*[\u2022\u2027\u2219\u22c5\u30fb\uff65\u00b7.]\s*(?=\p{Script=Han})/gu,
    '·',
  )
  return LATIN.test(dotted) ? dotted : dotted.replace(/\s+/g, '')
}

/** Whether two written names can be one person's. */
export function nameKey(written: string): string {
  return personName(written).replace(MIDDLE_DOTS, '').replace(/\s+/g, '').toLowerCase()
}

/** 张三丰 is shown as 张**, 欧阳锋 as 欧阳*, John Smith as J***. */
export function maskName(name: string): string {
  const characters = [...name]
  if (!HAN.test(name)) return characters.length === 0 ? '' : `${characters[0]}***`
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1
  return (
    characters.slice(0, surname).join('') + '*'.repeat(Math.max(1, Math.min(2, characters.length - surname)))
  )
}

const COMMUNITY_ENDING = /(?:社区居民委员会|社区居委会|居民委员会|社区委员会|居委会|社区居委|居委|社区)$/
const VILLAGE_ENDING = /(?:村民委员会|村委会|村委)$/

/** 古田社区, 古田居委会, 古田社区居委会 and 古田 are all stored as 古田社区; a village's committee as the village. */
export function communityName(written: string): string {
  const text = squeeze(written).replace(BRACKETED, '')
  if (VILLAGE_ENDING.test(text)) return `${text.replace(VILLAGE_ENDING, '').replace(/村$/, '')}村`
  if (/[^新]村$/.test(text) && text.length > 2) return text
  const base = text.replace(COMMUNITY_ENDING, '')
  return base === '' ? text : `${base}社区`
}

/** A place's name as it is stored: letters and digits folded, without spaces, brackets of one kind. */
export function placeName(written: string): string {
  return foldLetters(written)
    .replace(/\s+/g, '')
    .replace(/[(〔【[]/g, '（')
    .replace(/[)〕】\]]/g, '）')
    .replace(/[\u2022\u2027\u2219\u22c5\u30fb\uff65]/g, '·')
}

/** What names of one place have in common, whatever the width, the case and the quotes. */
export function placeKey(written: string): string {
  return foldWidth(placeName(written))
    .replace(/["'“”‘’《》·]/g, '')
    .toLowerCase()
}
