/** What a template may name in braces; nothing of them says who reported. */
export const VARIABLES = ['number', 'category', 'compound', 'building', 'due', 'today'] as const
export type Variable = (typeof VARIABLES)[number]
export type Values = Record<Variable, string>

const NAMED = /\{([^{}]*)\}/g

/** The names in braces that stand for nothing. */
export const unknownVariables = (words: string): string[] =>
  [...words.matchAll(NAMED)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !(VARIABLES as readonly string[]).includes(name))

/** A template's words with each variable in its place; what is not known leaves nothing behind. */
export const filledIn = (words: string, values: Values): string =>
  words.replace(NAMED, (_, name: string) => values[name.trim() as Variable] ?? '').replace(/ {2,}/g, ' ')
