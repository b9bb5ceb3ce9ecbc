import ExcelJS from 'exceljs'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { FileAnswer } from '@/server/endpoint'
import { holds } from '@/server/principal'
import { tame } from '@/server/workbook'
import { importsWithin } from '../policy'
import { type KeptRow, rejectionsOf } from './queries'

type Rejected = Awaited<ReturnType<typeof rejectionsOf>>[number]

const REASON = '原因'
const HIDDEN = '（无权查看）'

/** The refused rows as they were in their files, each sheet with a column of reasons, to be put right and brought in again. */
export async function giveRejectionsBack(
  act: Act,
  importId: string,
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
  const workbook = new ExcelJS.Workbook()
  for (const [name, sheet] of bySheet(rows)) addSheet(workbook, name, sheet, hidden)
  if (rows.length === 0) workbook.addWorksheet(REASON)
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ file: { name: '退回的行.xlsx', type, bytes } })
}

const cellsOf = (row: Rejected | undefined): KeptRow['cells'] => (row?.cells as KeptRow | null)?.cells ?? []

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
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([...cellsOf(rows[0]).map(({ heading }) => tame(heading)), REASON]).font = { bold: true }
  for (const row of rows)
    sheet.addRow([
      ...cellsOf(row).map(({ field, value }) => (field !== null && hidden.has(field) ? HIDDEN : tame(value))),
      row.reason,
    ])
  for (const column of sheet.columns) column.width = 16
}
