import { maskPhone, parsePhone } from '@/core/phone'

/** A run of digits with what people put between them; what is too long for a telephone, such as a code, stays. */
const NUMBER = /[+＋(（]?[\d０-９](?:[\s.．()（）-]?[\d０-９]){6,}/g
const DATE = /^[12]\d{3}[-./]\d{1,2}[-./]\d{1,2}$/
const AMOUNT = /^\d+\.\d{1,2}$/
const LONGEST = 11

/** A text with every telephone number in it masked, since a preview is read by more people than the file was. */
export const masked = (text: string): string =>
  text.replaceAll(NUMBER, (number) => {
    const read = parsePhone(number)
    if (read.ok) return maskPhone(read.value)
    const digits = number.normalize('NFKC').replaceAll(/\D/g, '')
    if (DATE.test(number) || AMOUNT.test(number) || digits.length > LONGEST) return number
    return `${digits.slice(0, 3)}****${digits.slice(-2)}`
  })

/** Fields behind permissions of their own: Party membership and wages. */
export const PRIVATE_FIELDS: ReadonlySet<string> = new Set(['standing', 'partyMember', 'monthlyFen'])
