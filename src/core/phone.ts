import { ok, type Result, refuse } from './result'
import { foldDashes, foldWidth, squeeze } from './width'

/** 19110000007, 0523-88534592, 0523-88534592-801, 400-820-8820, 12345: the forms that are stored. */
export type Phone = string

export type PhoneRefusal = 'empty' | 'mobile-length' | 'rounded-number' | 'not-a-phone'

export type PhonesRead = { phones: Phone[]; faulty: { text: string; refusal: PhoneRefusal }[] }

const MOBILE = /^1[3-9]\d{9}$/
const AREA = '010|02\\d|0[3-9]\\d{2}'
const LANDLINE = new RegExp(`^(${AREA})-?([2-9]\\d{6,7})(?:(?:-|转|ext\\.?|x|#)(\\d{1,6}))?$`, 'i')
const LOCAL = /^([2-8]\d{6,7})(?:(?:-|转)(\d{1,6}))?$/
const SERVICE = /^([48]00)-?(\d{3})-?(\d{4})$/
/** Emergency, government, carrier and utility numbers. */
const SHORT = /^(1[12]\d|1\d{4}|9[56]\d{3,6})$/
/** What a spreadsheet shows for a number too long for its column. */
const SCIENTIFIC = /^(\d)(?:\.(\d+))?e\+?(\d{1,2})$/i
const LABEL =
  /^(?:手机号码|手机号|手机|移动电话|联系电话|电话号码|电话|固定电话|固话|座机|办公室|办公|宅电|tel|mob|[办宅手])[.::]?/i
const NOTE = /\([^()]*[^\d()\s-][^()]*\)|(?:微信|qq)同号$/gi

/** Ten digits after a 1 that are no ten digits: the mobile number was mistyped. */
const looksLikeMobile = (digits: string): boolean =>
  /^1[3-9]\d*$/.test(digits) && digits.length >= 8 && digits.length <= 14

const withoutCountry = (text: string): string => {
  const bare = text.replace(/^(?:\+|00)86-?/, '').replace(/^\+/, '')
  const digits = bare.replace(/-/g, '')
  if (/^86(1[3-9]\d{9}|0\d{9,11})$/.test(digits)) return bare.slice(2).replace(/^-/, '')
  return bare
}

const exactScientific = (text: string): string | null => {
  const parts = SCIENTIFIC.exec(text)
  if (!parts) return null
  const [, first = '', decimals = '', exponent = ''] = parts
  return decimals.length === Number(exponent) ? first + decimals : ''
}

/** One number as people write it: with spaces, hyphens, +86, brackets, full-width digits, or as a spreadsheet's number. */
export function parsePhone(written: string): Result<Phone, PhoneRefusal> {
  const text = squeeze(foldDashes(foldWidth(written)))
    .replace(NOTE, '')
    .replace(LABEL, '')
  if (text === '' || /^-+$/.test(text)) return refuse('empty')
  const whole = exactScientific(text)
  if (whole === '') return refuse('rounded-number')
  const bare = withoutCountry(
    (whole ?? text)
      .replace(/^\((\+?\d+)\)/, '$1-')
      .replace(/[()]/g, '')
      .replace(/\.0+$/, ''),
  )
  const digits = bare.replace(/[-.]/g, '')
  if (MOBILE.test(digits)) return ok(digits)
  if (/^0?1[3-9]\d{9}$/.test(digits)) return ok(digits.slice(1))
  const service = SERVICE.exec(digits)
  if (service) return ok(`${service[1]}-${service[2]}-${service[3]}`)
  const landline = LANDLINE.exec(bare) ?? LANDLINE.exec(bare.replace(/(?<=\d{5})-(?=\d{4}$)/, ''))
  if (landline) return ok([landline[1], landline[2], landline[3]].filter(Boolean).join('-'))
  if (/^0\d{9,11}$/.test(digits)) {
    const joined = LANDLINE.exec(digits)
    if (joined) return ok(`${joined[1]}-${joined[2]}`)
  }
  if (SHORT.test(bare)) return ok(bare)
  const local = LOCAL.exec(bare)
  if (local) return ok([local[1], local[2]].filter(Boolean).join('-'))
  return refuse(looksLikeMobile(digits) ? 'mobile-length' : 'not-a-phone')
}

const pieces = (written: string): string[] =>
  foldDashes(foldWidth(written))
    .split(/[/、,,;;|\n\r\\]+|(?<=\d{7})\s+(?=(?:\+?86)?-?(?:1[3-9]\d|0\d{2}))|或|和/)
    .flatMap((piece) =>
      squeeze(piece).match(/^(?:1[3-9]\d{9}){2,}$/) ? (squeeze(piece).match(/\d{11}/g) ?? []) : [piece],
    )
    .filter((piece) => piece.trim() !== '')

/** All numbers of one cell; a second landline written without its area code takes the first one's. */
export function parsePhones(written: string): PhonesRead {
  const read: PhonesRead = { phones: [], faulty: [] }
  let area: string | undefined
  for (const piece of pieces(written)) {
    const parsed = parsePhone(piece)
    if (!parsed.ok) {
      if (parsed.refusal !== 'empty') read.faulty.push({ text: piece.trim(), refusal: parsed.refusal })
      continue
    }
    const phone = area && /^[2-8]\d{6,7}(-|$)/.test(parsed.value) ? `${area}-${parsed.value}` : parsed.value
    area = /^(0\d{2,3})-/.exec(phone)?.[1] ?? area
    if (!read.phones.includes(phone)) read.phones.push(phone)
  }
  return read
}

export function isMobile(phone: Phone): boolean {
  return MOBILE.test(phone)
}

/** Whether the number reaches one person or place and is no short service number. */
export function isSubscriber(phone: Phone): boolean {
  return !SHORT.test(phone)
}

/** 138****1234, 0523-****4592: enough to recognise a number one knows, and no more. */
export function maskPhone(phone: Phone): string {
  if (isMobile(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  const landline = /^(0\d{2,3}-)(\d+)(\d{4})(-\d+)?$/.exec(phone)
  if (landline) return `${landline[1]}****${landline[3]}`
  return phone.length <= 6 ? phone : `****${phone.slice(-4)}`
}

export function lastFour(phone: Phone): string {
  return phone
    .replace(/-\d{1,6}$/, (tail) => (/^0\d{2,3}-\d{7,8}-/.test(phone) ? '' : tail))
    .replace(/\D/g, '')
    .slice(-4)
}

/** The address of a dialling link, pausing before an extension. */
export function dialLink(phone: Phone): string {
  const [, main = phone, extension] = /^(0\d{2,3}-\d{7,8}|\d{7,8})-(\d+)$/.exec(phone) ?? []
  return `tel:${main.replace(/\D/g, '')}${extension === undefined ? '' : `,${extension}`}`
}
