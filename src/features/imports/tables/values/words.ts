import { communityName, placeName } from '@/core/names'
import { foldDashes, foldLetters, squeeze, tidy } from '@/core/width'
import { fault } from '../../faults'
import { type Reader, saysNothing } from '../field'

/** One line of text with its own punctuation. */
export const text: Reader<string> = (cell) => ({
  value: foldLetters(String(cell)).replace(/\s+/g, ' ').trim(),
})

export const place: Reader<string> = (cell) => ({ value: placeName(String(cell)) })

export const community: Reader<string> = (cell) => ({ value: communityName(String(cell)) })

/** A code such as a grid's or an employee's: no spaces, one kind of hyphen, capital letters. */
export const code: Reader<string> = (cell) => ({ value: foldDashes(squeeze(String(cell))).toUpperCase() })

const LIST = /[、,，;；/|\n\r]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u

const parts = (cell: string | number): string[] => {
  const found = String(cell)
    .split(LIST)
    .map((part) =>
      tidy(part)
        .replace(/^\d+[.．)]\s*/, '')
        .replace(/[。.]$/, ''),
    )
    .filter((part) => part !== '' && !saysNothing(part))
  return [...new Set(found)]
}

/** Several words of one cell, each once, in the order written. */
export const list: Reader<string[]> = (cell) => {
  const value = parts(cell)
  return value.length === 0 ? {} : { value }
}

/** Several compounds of one cell. */
export const places: Reader<string[]> = (cell) => {
  const value = [...new Set(parts(cell).map(placeName))]
  return value.length === 0 ? {} : { value }
}

/** Several codes of one cell. */
export const codes: Reader<string[]> = (cell) => {
  const value = [...new Set(parts(cell).map((part) => foldDashes(squeeze(part)).toUpperCase()))]
  return value.length === 0 ? {} : { value }
}

/** A word of a closed list, by patterns in order; what fits none is left out with a word about it. */
function word<T extends string>(choices: readonly (readonly [RegExp, T])[], known: string): Reader<T> {
  return (cell) => {
    const written = squeeze(String(cell))
    const choice = choices.find(([pattern]) => pattern.test(written))
    return choice ? { value: choice[1] } : { note: fault('word-unknown', { text: written, known }) }
  }
}

const NO = /^(?:否|不是|不|无|没有|未|没|非|×|x|✗|✘|n|no|false|f|0|未.*|无.*|非.*)$/i
const YES = /^(?:是|对|有|已|√|✓|✔|☑|v|y|yes|true|t|1|●|○?已.*|有.*|是.*|党员|试点)$/i

/** 是, 有, √, 已挂牌 and the like, or their opposites. */
export const yes: Reader<boolean> = (cell) => {
  const written = squeeze(String(cell))
  if (/^[-—/]+$/.test(written)) return {}
  if (NO.test(written)) return { value: false }
  return YES.test(written)
    ? { value: true }
    : { note: fault('word-unknown', { text: written, known: '是、否' }) }
}

export const gender: Reader<'male' | 'female'> = word(
  [
    [/^(?:男|男性|m|male|1)$/i, 'male'],
    [/^(?:女|女性|f|female|2|0)$/i, 'female'],
  ],
  '男、女',
)

export const stage: Reader<'none' | 'managed' | 'good'> = word(
  [
    [/优物管|优质物|优秀物|示范物业/, 'good'],
    [/^(?:无|没|未|自管|居民自管|无人|失管|弃管|否)|无物|未.*物业|社区(?:托|代)管|居民自治/, 'none'],
    [/^(?:有|是|已)|物业(?:公司)?(?:管理|服务)|专业物业|有物|市场化|打包/, 'managed'],
  ],
  '无物管、有物管、优物管',
)

export const fee: Reader<'free' | 'paid'> = word(
  [
    [/无偿|免费|公益|志愿|不收费|^否$/, 'free'],
    [/有偿|收费|付费|低偿|微利|优惠|部分|^是$/, 'paid'],
  ],
  '有偿、无偿',
)

export const gridPost: Reader<'full_time' | 'part_time'> = word(
  [
    [/兼/, 'part_time'],
    [/专|全职|网格长|^网格员$|一级|二级|总/, 'full_time'],
  ],
  '专职网格员、兼职网格员',
)

export type Force = 'civilised_city' | 'social_governance' | 'urban_management'

const FORCES: readonly (readonly [RegExp, Force])[] = [
  [/文明/, 'civilised_city'],
  [/社会治理|综治|综合治理|政法/, 'social_governance'],
  [/城市(?:综合)?管理|城管|综合管理|综合执法/, 'urban_management'],
]

/** The forces that a grid unites, in the order of the list. */
export const forces: Reader<Force[]> = (cell) => {
  const written = parts(cell)
  const value = FORCES.filter(([pattern]) => written.some((part) => pattern.test(part))).map(
    ([, force]) => force,
  )
  const unknown = written.find((part) => !FORCES.some(([pattern]) => pattern.test(part)))
  const note =
    unknown === undefined
      ? undefined
      : fault('word-unknown', { text: unknown, known: '文明城市创建、社会治理、城市综合管理' })
  return { ...(value.length > 0 ? { value } : {}), ...(note ? { note } : {}) }
}

/** 政治面貌 in its full form; what is unusual stays as written. */
export const standing: Reader<string> = (cell) => {
  const written = squeeze(String(cell))
  if (/预备/.test(written)) return { value: '预备党员' }
  if (/^(?:中国)?(?:中共|共产)?党员$|^正式党员$|^(?:是|√)$/.test(written)) return { value: '中共党员' }
  if (/^(?:共青)?团员$/.test(written)) return { value: '共青团员' }
  if (/^(?:群众|普通群众|非党员|否)$/.test(written)) return { value: '群众' }
  return { value: written }
}

export type Level =
  | 'community_committee'
  | 'command_room'
  | 'grid_branch'
  | 'building_group'
  | 'centre_household'

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/中心户|党员户|示范户|先锋户/, 'centre_household'],
  [/党小组/, 'building_group'],
  [/指挥室|指挥部|红色物业/, 'command_room'],
  [/支部/, 'grid_branch'],
  [/党委|党总支|总支/, 'community_committee'],
]

export const level: Reader<Level> = (cell) => {
  const written = squeeze(String(cell))
  const found = LEVELS.find(([pattern]) => pattern.test(written))
  return found ? { value: found[1] } : { fault: fault('level-unknown', { text: written }) }
}
