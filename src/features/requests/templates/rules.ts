import { NAMED, type VARIABLES } from './schema'

type Variable = (typeof VARIABLES)[number]
type Values = Record<Variable, string>

/** A template's words with each variable in its place; what is not known leaves nothing behind. */
export const filledIn = (words: string, values: Values): string =>
  words.replace(NAMED, (_, name: string) => values[name.trim() as Variable] ?? '').replace(/ {2,}/g, ' ')
