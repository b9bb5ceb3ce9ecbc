import type { State } from '../life/rules'

/** A value as Open311 answers it: the same tree becomes JSON or XML. */
export type Tree = string | number | boolean | null | Tree[] | { [name: string]: Tree }

const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What each entry of a list is called in XML, by the list's own name. */
const ENTRY: Record<string, string> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
}

function element(name: string, value: Tree): string {
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value))
    return `<${name}>${value.map((one) => element(ENTRY[name] ?? 'item', one)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([inner, of]) => element(inner, of))
      .join('')}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

/** An XML 1.0 document of one root element. */
export const xmlOf = (root: string, value: Tree): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`

export type Format = 'json' | 'xml'

/** The address without its suffix, and the format that suffix or Accept header asks for; JSON where neither says. */
export function readAddress(
  segments: readonly string[],
  accept: string | null,
): { parts: string[]; format: Format } {
  const last = segments.at(-1) ?? ''
  const suffix = /^(.*)\.(json|xml)$/.exec(last)
  if (suffix) return { parts: [...segments.slice(0, -1), suffix[1] ?? ''], format: suffix[2] as Format }
  const wantsXml = /\b(text|application)\/xml\b/.test(accept ?? '') && !/json|text\/html/.test(accept ?? '')
  return { parts: [...segments], format: wantsXml ? 'xml' : 'json' }
}

const OVER: readonly State[] = ['closed', 'refused', 'withdrawn', 'merged']

/** Open311 knows two states. */
export const statusOf = (state: State): 'open' | 'closed' => (OVER.includes(state) ? 'closed' : 'open')

export const statesOf = (status: 'open' | 'closed', all: readonly State[]): State[] =>
  all.filter((state) => statusOf(state) === status)

const DAY_MS = 86_400_000
export const LONGEST_DAYS = 90

/** The period that is asked for; what is left out makes it the 90 days that end, or begin, with what is given. */
export function period(start: Date | undefined, end: Date | undefined, now: Date): { from: Date; to: Date } {
  const span = LONGEST_DAYS * DAY_MS
  const to = end ?? (start ? new Date(Math.min(start.getTime() + span, now.getTime())) : now)
  const from = start ?? new Date(to.getTime() - span)
  return { from, to }
}
