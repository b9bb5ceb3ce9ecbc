import ExcelJS from 'exceljs'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import type { FileAnswer } from '@/server/answers'
import { recordAudit } from '@/server/audit'
import type { Locale } from '@/server/locale'
import { holds } from '@/server/principal'
import { type Say, saying } from '@/server/workbook'
import { reasonText } from '../fault-words'
import { importsWithin } from '../policy'
import { type KeptRow, rejectionsOf } from './queries'

type Rejected = Awaited<ReturnType<typeof rejectionsOf>>[number]

/** The refused rows as they were in their files, each sheet with a column of reasons, to be put right and brought in again. */
export async function giveRejectionsBack(
  act: Act,
  importId: string,
  locale: Locale,
): Promise<Result<FileAnswer, 'not-found'>> {
  const { tx, principal } = act
  const found = await tx.import.findFirst({
    where: { AND: [{ id: importId }, importsWithin(principal, 'imports.run')] },
    select: { id: true },
  })
  if (!found) return refuse('not-found')
  const rows = await rejectionsOf(act, importId)
  await recordAudit(act, {
    action: 'import.rejections',
    subject: { kind: 'import', id: importId },
    changes: { rows: { to: rows.length } },
  })
  const hidden = new Set([
    ...(holds(principal, 'people.membership') ? [] : ['standing', 'partyMember']),
    ...(holds(principal, 'workers.wages') ? [] : ['monthlyFen']),
  ])
  const say = await saying(locale)
  const workbook = new ExcelJS.Workbook()
  for (const [name, sheet] of bySheet(rows)) addSheet(workbook, name, inWords(sheet, locale), hidden, say)
  if (rows.length === 0) workbook.addWorksheet(say('workbooks.refused.reason'))
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ file: { name: `${say('workbooks.refused.title')}.xlsx`, type, bytes } })
}

const cellsOf = (row: Rejected | undefined): KeptRow['cells'] => (row?.cells as KeptRow | null)?.cells ?? []

/** The reasons in the reader's language, where the faults behind them were kept. */
const inWords = (rows: readonly Rejected[], locale: Locale): Rejected[] =>
  rows.map((row) => {
    const faults = (row.cells as KeptRow | null)?.faults
    return faults ? { ...row, reason: reasonText(faults, locale) } : row
  })

/** Rows of one file, sheet and set of columns stand together. */
function bySheet(rows: readonly Rejected[]): [string, Rejected[]][] {
  const groups = new Map<string, Rejected[]>()
  for (const row of rows) {
    const headings = cellsOf(row).map(({ heading }) => heading)
    const key = JSON.stringify([row.file, row.sheet, headings])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const names = new Set<string>()
  return [...groups.values()].map((group) => {
    const file = (group[0]?.file ?? '').replace(/\.[^.]+$/, '')
    const base = `${file} ${group[0]?.sheet ?? ''}`.replaceAll(/[*?:/\\[\]']/g, ' ').slice(0, 27)
    let name = base
    for (let copy = 2; names.has(name.toLowerCase()); copy++) name = `${base} ${copy}`
    names.add(name.toLowerCase())
    return [name, group]
  })
}

function addSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  rows: readonly Rejected[],
  hidden: ReadonlySet<string>,
  say: Say,
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([...cellsOf(rows[0]).map(({ heading }) => heading), say('workbooks.refused.reason')]).font = {
    bold: true,
  }
  for (const row of rows)
    sheet.addRow([
      ...cellsOf(row).map(({ field, value }) =>
        field !== null && hidden.has(field) ? say('workbooks.refused.hidden') : value,
      ),
      row.reason,
    ])
  for (const column of sheet.columns) column.width = 16
}
