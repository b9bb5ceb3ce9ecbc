import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from '@/core/identifier'
import { dayOf, yearOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { seedCalendar } from '@/features/places/calendar/commands'
import { db } from '@/server/db'
import { faultText } from './fault-words'
import { type Parsed, parseOutside } from './parsing-process'
import type { Accepted } from './plan/plan'
import { planImport } from './plan/plan'
import type { Rejection } from './plan/records'
import { countRegisters } from './queries'
import { writePlan } from './write/commands'

export type Imported = {
  accepted: Accepted
  rejected: Pick<Rejection, 'file' | 'sheet' | 'row' | 'column' | 'value' | 'reason'>[]
  warnings: number
  notImported: { file: string; sheet?: string; reason: string }[]
}

const REGISTER = /\.(xlsx|xls|csv|tsv|txt)$/i

/** Reads a folder's registers in a process of their own, plans over all of them, and adds what the street does not hold. */
export async function importFolder(
  folder: string,
  street: { code: string; name: string },
  now: Date,
): Promise<Result<Imported, 'no-files' | 'unreadable'>> {
  const names = (await readdir(folder)).filter((name) => REGISTER.test(name) && !name.startsWith('~$')).sort()
  if (names.length === 0) return refuse('no-files')
  const files = names.map((name) => ({ name, path: join(folder, name) }))
  const parsed: Parsed = await parseOutside({ files, teachings: [] })
  if (!parsed.ok) return refuse('unreadable', { files: faultText(parsed.fault, 'zh-CN') })
  const plan = planImport(parsed.reading, street)
  const today = dayOf(now)
  const accepted = await db().$transaction(
    async (tx) => {
      const { id } = await tx.street.upsert({
        where: { code: street.code },
        create: { id: uuidv7(now), code: street.code, name: street.name },
        update: {},
        select: { id: true },
      })
      await writePlan(tx, id, plan, now, today)
      await seedCalendar(tx, id, [yearOf(today) - 1, yearOf(today), yearOf(today) + 1])
      await tx.$executeRaw`SELECT gather_statistics()`
      return countRegisters(tx, id, today)
    },
    { timeout: 120_000 },
  )
  return ok({
    accepted,
    rejected: plan.rejected.map(({ file, sheet, row, column, value, reason }) => ({
      file,
      sheet,
      row,
      column,
      value,
      reason,
    })),
    warnings: plan.warnings.length,
    notImported: plan.notImported.map(({ file, sheet, ...fault }) => ({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      reason: faultText(fault, 'zh-CN'),
    })),
  })
}
