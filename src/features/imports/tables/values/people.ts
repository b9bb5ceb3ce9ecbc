import { parseBuildings, type WrittenBuilding } from '@/core/building-numbers'
import { personName } from '@/core/names'
import { isMobile, isSubscriber, type Phone, type PhoneRefusal, parsePhone, parsePhones } from '@/core/phone'
import { squeeze, tidy } from '@/core/width'
import { type Fault, fault } from '../../faults'
import type { Reader, Reading } from '../field'

export const person: Reader<string> = (cell) => {
  const written = tidy(String(cell))
  if (/(?<=\p{Script=Han}{2})[、,/;](?=\s*\p{Script=Han}{2})/u.test(written))
    return { fault: fault('several-people') }
  const name = personName(written)
  if (!/\p{L}/u.test(name) || /\d/.test(name) || name.length > 60) return { fault: fault('not-a-name') }
  return { value: name }
}

const phoneFault = (refusal: PhoneRefusal, text: string): Fault => {
  if (refusal === 'empty') return fault('missing-phone')
  return refusal === 'mobile-length'
    ? fault(refusal, { digits: squeeze(text).replace(/\D/g, '').length })
    : fault(refusal)
}

export type Phones = { phone: Phone; otherPhones: Phone[] }

const several = (cell: string | number): Reading<Phones> => {
  const { phones, faulty } = parsePhones(String(cell))
  const first = phones.find(isMobile) ?? phones[0]
  if (first === undefined) return { fault: phoneFault(faulty[0]?.refusal ?? 'empty', faulty[0]?.text ?? '') }
  const value = { phone: first, otherPhones: phones.filter((phone) => phone !== first) }
  const wrong = faulty[0]
  if (wrong) return { value, note: fault('phone-left-out', { text: wrong.text }) }
  const [other] = value.otherPhones
  return other ? { value, note: fault('second-phone-not-kept', { phone: other }) } : { value }
}

/** A person's number: the first mobile of the cell, else the first landline. */
export const phone: Reader<Phone> = (cell) => {
  const { value, fault: wrong, note } = several(cell)
  if (!value) return { fault: wrong ?? fault('not-a-phone') }
  if (!isSubscriber(value.phone)) return { fault: fault('not-a-phone') }
  return note ? { value: value.phone, note } : { value: value.phone }
}

/** A further number: what is no number is left out with a word, and refuses nothing. */
export const sparePhone: Reader<Phone> = (cell) => {
  const { value } = several(cell)
  return value ? { value: value.phone } : { note: fault('phone-left-out', { text: tidy(String(cell)) }) }
}

/** A place's number, which may be a service number such as 12345. */
export const placePhone: Reader<Phone> = (cell) => {
  const { value, fault: wrong, note } = several(cell)
  if (!value) return { fault: wrong ?? fault('not-a-phone') }
  return note ? { value: value.phone, note } : { value: value.phone }
}

/** 张三 19110000007 in one cell. */
export const nameAndPhone: Reader<{ name: string; phone: Phone }> = (cell) => {
  const text = tidy(String(cell))
  const place = text.search(/[+\d(]/)
  if (place < 0) return { fault: fault('missing-phone') }
  const name = person(text.slice(0, place).replace(/[\s::,、(]+$/, ''), null)
  const number = parsePhone(text.slice(place).replace(/^\(|\)$/g, ''))
  if (name.value === undefined) return { fault: name.fault ?? fault('not-a-name') }
  return number.ok
    ? { value: { name: name.value, phone: number.value } }
    : { fault: phoneFault(number.refusal, text.slice(place)) }
}

/** All buildings of one cell. */
export const buildings: Reader<WrittenBuilding[]> = (cell) => {
  const read = parseBuildings(String(cell))
  if (read.ok) return { value: read.buildings }
  return { fault: read.refusal === 'empty' ? fault('missing') : fault(read.refusal, { text: read.text }) }
}

/** The one building of a row. */
export const building: Reader<WrittenBuilding> = (cell) => {
  const { value, fault: wrong } = buildings(cell, null)
  if (!value) return { fault: wrong ?? fault('not-a-building', { text: String(cell) }) }
  const [only, another] = value
  return only && !another ? { value: only } : { fault: fault('several-buildings') }
}
