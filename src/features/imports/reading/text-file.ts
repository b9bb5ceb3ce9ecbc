import { parse } from 'csv-parse/sync'
import { type Fault, fault } from '../faults'
import type { Limits } from './limits'
import type { Cell, Sheet } from './sheet'

const DELIMITERS = [',', '\t', ';', '|', '，'] as const
const SAMPLE_LINES = 30

/** UTF-8 when it is valid UTF-8, else GB18030, which Excel writes on a Chinese computer; null when it is neither. */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next encoding is tried
    }
  }
  return null
}

const outsideQuotes = (line: string): string => line.replace(/"(?:[^"]|"")*"/g, '')

/** The sign that divides most lines into the same number of parts, most parts first. */
export function delimiterOf(text: string): string {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (named) return named
  const lines = outsideQuotes(text.slice(0, 65_536))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
  const marks = DELIMITERS.map((sign, order) => {
    const counts = lines.map((line) => line.split(sign).length - 1)
    const usual = [...counts].sort((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0
    const alike = counts.filter((count) => count === usual && count > 0).length
    return { sign, weight: usual === 0 ? 0 : alike * 100 + usual - order / 10 }
  })
  return marks.reduce((best, mark) => (mark.weight > best.weight ? mark : best)).sign
}

/** A text table becomes one sheet named after its file; blank lines keep their row numbers. */
export function readText(bytes: Buffer, fileName: string, limits: Limits): Sheet | Fault {
  const decoded = decodeText(bytes)
  if (decoded === null) return fault('file-encoding-unknown')
  const text = decoded.replace(/^\ufeff/, '')
  const delimiter = delimiterOf(text)
  let records: string[][]
  try {
    records = parse(text.replace(/^sep=.\r?\n/i, '\n'), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: limits.rows + 1,
    })
  } catch {
    return fault('file-corrupt')
  }
  if (records.length > limits.rows) return fault('too-many-rows', { limit: limits.rows })
  if (records.some((record) => record.length > limits.columns))
    return fault('too-many-columns', { limit: limits.columns })
  const rows = records.map((record): Cell[] => record.map((cell) => (cell === '' ? null : unquoted(cell))))
  return { name: fileName.replace(/\.[^.]+$/, ''), hidden: false, rows, merges: [], plainText: true }
}

/** Excel's own way to keep a long number as text in a text file: ="19110000007", or a leading tab or apostrophe. */
const unquoted = (cell: string): string => cell.replace(/^="(.*)"$/, '$1').replace(/^['\t](?=[\d+])/, '')
