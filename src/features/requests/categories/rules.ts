import type { Allowance, Unit } from '../clock/rules'
import seed from './seed.json'

export type SeedCategory = {
  code: string
  name: string
  nameEn: string
  group: string
  groupEn: string
  /** The number to call first where life is in danger. */
  danger: string | null
  skill: string | null
  accept: Allowance
  arrive: Allowance
  resolve: Allowance
}

const allowanceOf = (text: string): Allowance => {
  const [unit, amount] = text.split(':')
  return { unit: unit as Unit, amount: Number(amount) }
}

/** What a street starts with, after the practice of the 12345 hotline: emergencies in minutes, water and power within 24 hours, general matters within 7 days, complex ones within 15. */
export const SEED_CATEGORIES: readonly SeedCategory[] = seed.map(
  ([code, name, nameEn, group, groupEn, danger, skill, accept, arrive, resolve]) => ({
    code: code ?? '',
    name: name ?? '',
    nameEn: nameEn ?? '',
    group: group ?? '',
    groupEn: groupEn ?? '',
    danger: danger ?? null,
    skill: skill ?? null,
    accept: allowanceOf(accept ?? ''),
    arrive: allowanceOf(arrive ?? ''),
    resolve: allowanceOf(resolve ?? ''),
  }),
)
