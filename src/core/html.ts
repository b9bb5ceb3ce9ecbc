/** Markup that is known to be safe: made by the `html` tag, or vouched for by `trusted`. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Makes text safe inside elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '') : text
}

function write(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (part === null || part === undefined || part === false) return ''
  let text = ''
  for (const one of part) text += write(one)
  return text
}

/** A document's markup: every value is escaped unless it is markup itself; null, undefined and false leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < parts.length; index++) text += write(parts[index]) + (strings[index + 1] ?? '')
  return new Html(text)
}

/** Vouches for markup that the program itself wrote, such as a stylesheet or a drawing. */
export const trusted = (markup: string): Html => new Html(markup)
