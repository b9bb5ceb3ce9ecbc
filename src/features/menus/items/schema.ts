import { z } from 'zod'
import { id, line, paragraph, version, wholeNumber } from '@/core/fields'
import { MENU_CATEGORIES, PRICE_UNITS } from '../schema'

export const FEES = ['free', 'paid'] as const
export const REACHES = ['universal', 'on_demand'] as const
export const RESPONSE_UNITS = ['minutes', 'hours', 'workdays', 'days'] as const

export const itemKey = z.strictObject({ id: id() })
export const matchKey = z.strictObject({ id: id() })
export const itemVersion = z.strictObject({ version: version() })

const fields = {
  category: z.enum(MENU_CATEGORIES),
  name: line(40),
  nameEn: line(80).nullable(),
  words: paragraph(500).nullable(),
  wordsEn: paragraph(1_000).nullable(),
  stars: wholeNumber(1, 5),
  /** What can be looked at and found to be so, a line each. */
  standards: z.array(line(120)).max(20),
  standardsEn: z.array(line(240)).max(20),
  fee: z.enum(FEES),
  priceFen: wholeNumber(1, 100_000_000).nullable(),
  priceUnit: z.enum(PRICE_UNITS).nullable(),
  reach: z.enum(REACHES),
  frequency: line(60).nullable(),
  frequencyEn: line(120).nullable(),
  responseAmount: wholeNumber(1, 999),
  responseUnit: z.enum(RESPONSE_UNITS),
  requestCategoryId: id(),
  resourceId: id().nullable(),
  position: wholeNumber(0, 999),
  demandIds: z.array(id()).max(50),
}

type Priced = { fee: string; priceFen: number | null; priceUnit: string | null }
const isPriced = ({ fee, priceFen, priceUnit }: Priced) =>
  fee === 'paid' ? priceFen !== null && priceUnit !== null : priceFen === null && priceUnit === null
const PRICED = { error: 'price-with-fee', path: ['priceFen'] }
type Told = { standards: string[]; standardsEn: string[] }
const isToldTwice = ({ standards, standardsEn }: Told) =>
  standardsEn.length === 0 || standardsEn.length === standards.length
const TOLD_TWICE = { error: 'as-many-lines', path: ['standardsEn'] }

export const newItem = z.strictObject(fields).refine(isPriced, PRICED).refine(isToldTwice, TOLD_TWICE)
export type NewItem = z.output<typeof newItem>

export const itemChanges = z
  .strictObject({ ...fields, version: version() })
  .refine(isPriced, PRICED)
  .refine(isToldTwice, TOLD_TWICE)
export type ItemChanges = z.output<typeof itemChanges>

export const demandSearch = z.strictObject({ q: line(60) })
