import type { Noun, Records } from '../plan/records'

/** A record as registers write it; `ended` is one whose term is over or that is out of use. */
export type Held<N extends Noun> = { id: string; record: Records[N]; ended?: boolean }

/** The fields that are known: registers give no nulls. */
export function known<T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== undefined),
  ) as never
}
