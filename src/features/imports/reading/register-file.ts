import { type Fault, fault } from '../faults'
import { checkArchive } from './archive'
import { formatOf } from './file-format'
import { LIMITS, type Limits } from './limits'
import type { Sheet } from './sheet'
import { readText } from './text-file'
import { readWorkbook } from './workbook'

export type ReadFile = { ok: true; sheets: Sheet[] } | { ok: false; fault: Fault }

const MEGABYTE = 1024 * 1024

/** The sheets of one register file, or why it cannot be read; what a file is, its bytes decide and not its name. */
export async function readRegisterFile(
  name: string,
  bytes: Buffer,
  limits: Limits = LIMITS,
): Promise<ReadFile> {
  if (bytes.length === 0) return { ok: false, fault: fault('file-empty') }
  if (bytes.length > limits.fileBytes) {
    const sizes = {
      megabytes: Math.ceil(bytes.length / MEGABYTE),
      limit: Math.round(limits.fileBytes / MEGABYTE),
    }
    return { ok: false, fault: fault('file-too-large', sizes) }
  }
  const sheets = await sheetsOf(name, bytes, limits)
  if ('code' in sheets) return { ok: false, fault: sheets }
  if (sheets.every((sheet) => sheet.rows.length === 0)) return { ok: false, fault: fault('file-empty') }
  return { ok: true, sheets }
}

async function sheetsOf(name: string, bytes: Buffer, limits: Limits): Promise<Sheet[] | Fault> {
  switch (formatOf(bytes)) {
    case 'workbook-xlsx':
      return (await checkArchive(bytes, limits)) ?? readWorkbook(bytes, limits)
    case 'workbook-xls':
      return readWorkbook(bytes, limits)
    case 'password':
      return fault('file-password')
    case 'web-page':
      return fault('file-is-web-page')
    case 'other':
      return fault('file-is-no-table')
    case 'text': {
      const sheet = readText(bytes, name, limits)
      return 'code' in sheet ? sheet : [sheet]
    }
  }
}
