import type { Season } from '../rules'

/** A set of days as bits: Monday is bit 0, Sunday bit 6, public holidays bit 7. */
export type DayMask = number

export const WORKDAYS: DayMask = 0b0001_1111
export const WEEKEND: DayMask = 0b0110_0000
export const EVERY_DAY: DayMask = 0b0111_1111
export const HOLIDAYS: DayMask = 0b1000_0000

export type PartOfDay = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'night'

export type Token =
  | { type: 'clock'; hour: number; minute: number; style: 'full' | 'hour' | 'bare' }
  | { type: 'part'; part: PartOfDay }
  | { type: 'days'; mask: DayMask }
  | { type: 'season'; name: 'summer' | 'winter' }
  | { type: 'dates'; dates: Season }
  | { type: TokenWord }

type TokenWord =
  | 'to'
  | 'next-day'
  | 'all-day'
  | 'closed'
  | 'by-appointment'
  | 'as-usual'
  | 'no-rest'
  | 'break'
  | 'others'
  | 'other-months'
  | 'open'
  | 'close'
  | 'stop'
  | 'comma'
  | 'join'

type Reader = (match: RegExpExecArray) => Token | Token[] | null

const TO = '(?:至|到|[-~\u2013\u2014\u2212\u2015\u2500\u301c]+)'
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const DIGITS = '零一二三四五六七八九'

const word = (type: TokenWord) => (): Token => ({ type })
const days = (mask: DayMask) => (): Token => ({ type: 'days', mask })
const part = (name: PartOfDay) => (): Token => ({ type: 'part', part: name })
const two = (value: number): string => String(value).padStart(2, '0')

function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replace('两', '二')
  if (!plain.includes('十')) return DIGITS.indexOf(plain)
  const [tens, ones] = plain.split('十')
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

function clock(hour: number, minute: number, style: 'full' | 'hour' | 'bare'): Token | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  return { type: 'clock', hour, minute, style }
}

function dates(match: RegExpExecArray): Token | null {
  const [, fromMonth, fromDay, toMonth, toDay] = match.map((text) => (text ? Number(text) : undefined))
  const last = MONTH_DAYS[(toMonth ?? 0) - 1]
  const lastOfFirst = MONTH_DAYS[(fromMonth ?? 0) - 1]
  if (!fromMonth || !toMonth || !last || !lastOfFirst) return null
  if ((fromDay ?? 1) > lastOfFirst || (toDay ?? last) > last) return null
  const from = `${two(fromMonth)}-${two(fromDay ?? 1)}`
  return { type: 'dates', dates: { from, to: `${two(toMonth)}-${two(toDay ?? last)}` } }
}

const HOUR = '([二两]?十[一二三四五六七八九]?|[一二两三四五六七八九]|\\d{1,2})'

/** What a register's hours are made of, tried in this order; null from a reader means: not understood. */
const PATTERNS: readonly (readonly [pattern: string, read: Reader])[] = [
  ['\\s+', () => []],
  ['(?:7|七)天?[×x*](?:24|二十四)(?:小时|h)?', () => [{ type: 'no-rest' }, { type: 'all-day' }]],
  ['(?:24|二十四)\\s*(?:小时|h(?:ours?|rs?)?)|全天候?|全日|昼夜', word('all-day')],
  [
    `(\\d{1,2})(?:月份?(?:(\\d{1,2})[日号])?)?${TO}(?:次年|翌年)?(\\d{1,2})月(?:(\\d{1,2})[日号]|[份底])?`,
    dates,
  ],
  ['(?:其他|其它|其余)(?:月份|季节)', word('other-months')],
  ['夏令时间?|夏时制|夏[季天]', () => ({ type: 'season', name: 'summer' })],
  ['冬令时间?|冬时制|冬[季天]', () => ({ type: 'season', name: 'winter' })],
  ['(?:其他|其它|其余)(?:时间|时段|日期)?', word('others')],
  ['(?:国家)?法定(?:节?假日|假期)|节假日|节日|假日|公众假期', days(HOLIDAYS)],
  ['双休日?|(?:每?个?周|星期)末|公休日|休息日', days(WEEKEND)],
  ['工作日|上班日|平日|平时', days(WORKDAYS)],
  ['每[天日]|天天|(?:一周)?(?:7|七)天|(?:周|星期)一至(?:周|星期)?[日天]每天', days(EVERY_DAY)],
  ['(?:全年|年中|365天|天天|节假日)?无休|全年|365天', word('no-rest')],
  ['(?:中午|午间)(?:不休息?|无休|不打烊)', () => []],
  [
    '照常(?:营业|服务|上班|开放|办公)?|正常(?:营业|服务|上班|开放|办公)|不休息?|不放假|不打烊',
    word('as-usual'),
  ],
  ['(?:午休|午间休息|中午休息)', word('break')],
  ['休息|除外|不营业|不上班|不办公|不服务|不开放|不对外|停业|闭馆|闭店|放假|停诊|关门|外', word('closed')],
  [
    '(?:需|须|请|可)?(?:提前)?(?:电话|微信)?预约(?:上门|服务|制|办理|接待)?|电话联系|电联',
    word('by-appointment'),
  ],
  ['(?:次|翌|隔|第二|第2)[日天]', word('next-day')],
  ['凌晨', part('dawn')],
  ['am(?![a-z])|上午|早上|早晨|清晨|早|朝', part('morning')],
  ['中午|正午', part('noon')],
  ['pm(?![a-z])|下午|午后', part('afternoon')],
  ['晚上|晚间|傍晚|夜间|夜里|夜晚|晚|夜', part('night')],
  ['(\\d{1,2}):(\\d{2})(?::00)?(?!\\d)', (m) => clock(Number(m[1]), Number(m[2]), 'full')],
  [`${HOUR}[点时]钟?半`, (m) => clock(chineseNumber(m[1] ?? ''), 30, 'full')],
  [`${HOUR}[点时]([一三])刻`, (m) => clock(chineseNumber(m[1] ?? ''), m[2] === '一' ? 15 : 45, 'full')],
  [`${HOUR}[点时](\\d{1,2})分?(?![\\d:点时])`, (m) => clock(chineseNumber(m[1] ?? ''), Number(m[2]), 'full')],
  [`${HOUR}[点时][钟整]?`, (m) => clock(chineseNumber(m[1] ?? ''), 0, 'hour')],
  ['(\\d{1,2})\\.(\\d{2})(?!\\d)', (m) => clock(Number(m[1]), Number(m[2]), 'full')],
  ['(\\d{2})(\\d{2})(?![\\d:点时.])', (m) => clock(Number(m[1]), Number(m[2]), 'full')],
  [`${HOUR}(?![\\d:])`, (m) => clock(chineseNumber(m[1] ?? ''), 0, 'bare')],
  [TO, word('to')],
  ['\\(|\\[|【', word('open')],
  ['\\)|\\]|】', word('close')],
  ['[;。\\n]', word('stop')],
  [',', word('comma')],
  ['[、和及与/&]|以及|或', word('join')],
  [
    '(?:服务|营业|办公|工作|开放|上班|值班|接待|坐诊|门诊)?时间(?:为|是)?|营业|服务|办公|开放|上班|值班|接待|对外|均可?|都|逢|遇',
    () => [],
  ],
  ['[:.]|除', () => []],
]

const READERS = PATTERNS.map(([pattern, read]) => [new RegExp(pattern, 'y'), read] as const)

const WEEKDAY = /(?:每个?)?(?:周|星期|礼拜)([一二三四五六日天1-7])/y
const RANGE_END = new RegExp(
  `\\s*${TO}\\s*(?:周|星期|礼拜)?([一二三四五六日天]|[1-7](?![\\d:点时.]))(?![点时月])`,
  'y',
)
const LIST_ITEM =
  /\s*(?:[、/及和与]?\s*(?:周|星期|礼拜)([一二三四五六日天1-7])|[、,/及和与]?\s*([一二三四五六日天])(?![点时月十]))/y

const weekdayIndex = (text: string): number =>
  /\d/.test(text) ? Number(text) - 1 : text === '天' ? 6 : '一二三四五六日'.indexOf(text)

/** Reads 周一至周五, 周二、四, 周六日 and their like; the position behind it, or null where none begins. */
function readWeekdays(text: string, start: number): { mask: DayMask; end: number } | null {
  WEEKDAY.lastIndex = start
  const first = WEEKDAY.exec(text)
  if (!first?.[1]) return null
  let last = weekdayIndex(first[1])
  let mask = 1 << last
  let end = WEEKDAY.lastIndex
  for (;;) {
    RANGE_END.lastIndex = end
    const range = RANGE_END.exec(text)
    if (range?.[1]) {
      const until = weekdayIndex(range[1])
      for (; last !== until; last = (last + 1) % 7) mask |= 1 << last
      mask |= 1 << until
      end = RANGE_END.lastIndex
      continue
    }
    LIST_ITEM.lastIndex = end
    const item = LIST_ITEM.exec(text)
    if (!item) return { mask, end }
    last = weekdayIndex(item[1] ?? item[2] ?? '')
    mask |= 1 << last
    end = LIST_ITEM.lastIndex
  }
}

/** One spelling for full-width forms, letters and line ends. */
export const normalise = (written: string): string =>
  written.normalize('NFKC').toLowerCase().replace(/\r\n?/g, '\n').trim()

/** Cuts written hours into tokens; null as soon as something is not understood. */
export function tokenise(written: string): Token[] | null {
  const text = normalise(written)
  const tokens: Token[] = []
  for (let position = 0; position < text.length; ) {
    const weekdays = readWeekdays(text, position)
    if (weekdays) {
      tokens.push({ type: 'days', mask: weekdays.mask })
      position = weekdays.end
      continue
    }
    const found = readOne(text, position)
    if (!found) return null
    tokens.push(...found.tokens)
    position = found.end
  }
  return tokens
}

function readOne(text: string, position: number): { tokens: Token[]; end: number } | null {
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    if (!match) continue
    const token = read(match)
    if (token === null) return null
    return { tokens: Array.isArray(token) ? token : [token], end: pattern.lastIndex }
  }
  return null
}
