import { maskPhone, parsePhone } from '@/core/phone'

const NUMBER = /(?<!\d)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/g

/** A text with every telephone number in it masked, since a preview is read by more people than the file was. */
export const masked = (text: string): string =>
  text.replaceAll(NUMBER, (number) => {
    const read = parsePhone(number)
    return read.ok ? maskPhone(read.value) : number
  })

/** Fields behind permissions of their own: Party membership and wages. */
export const PRIVATE_FIELDS: ReadonlySet<string> = new Set(['standing', 'partyMember', 'monthlyFen'])
