import { type Day, dayOf, yearOf } from '@/core/instants'
import { seedCheckpoints } from '@/features/logbook/checkpoints/commands'
import { seedCalendar } from '@/features/places/calendar/commands'
import { seedCategories } from '@/features/requests/categories/commands'
import { seedTemplates } from '@/features/requests/templates/commands'
import type { Prisma } from '@/generated/prisma/client'
import { recordDeed } from '@/server/audit'
import type { Tx } from '@/server/db'
import { faultText } from '../fault-words'
import { type Accepted, type Plan, planImport } from '../plan/plan'
import type { Rejection } from '../plan/records'
import { countRegisters } from '../queries'
import type { Reading } from '../registers'
import { type Step, writePlan } from '../write/commands'
import { readStreet } from '../write/queries'

/** Which import is carried out, of which street, for whom. */
export type Order = {
  street: { id: string; code: string; name: string }
  importId: string
  doer: { accountId: string | null; name: string }
  requestId: string
}

export type Outcome = {
  accepted: Accepted
  rejected: Rejection[]
  notImported: Plan['notImported']
  warnings: number
}

/** Rows from which on the planner's statistics are worth renewing. */
const MANY = 500

/** Plans over what the street holds now and writes it, with journal, rejections and audit, in the transaction that is handed in. */
export async function carryOut(
  tx: Tx,
  { street, importId, doer, requestId }: Order,
  reading: Reading,
  now: Date,
  reach: (step: Step | 'planning') => Promise<void>,
): Promise<Outcome> {
  const today = dayOf(now)
  await reach('planning')
  const { existing, ids } = await readStreet(tx, street.id, today)
  const plan = planImport(reading, street, existing)
  await writePlan({ tx, streetId: street.id, importId, now, today, ids }, plan, reach)
  await seedCalendar(tx, street.id, [yearOf(today) - 1, yearOf(today), yearOf(today) + 1])
  await seedCategories(tx, street.id, now)
  await seedCheckpoints(tx, street.id, now)
  await seedTemplates(tx, street.id, now)
  await keepRejections(tx, street.id, importId, plan.rejected)
  const changed = await tx.importChange.count({ where: { streetId: street.id, importId } })
  if (changed >= MANY) await tx.$executeRaw`SELECT gather_statistics()`
  const accepted = await finish(tx, street.id, importId, today, now)
  await recordDeed(
    { tx, doer: { streetId: street.id, ...doer }, at: now, requestId },
    {
      action: 'import.finish',
      subject: { kind: 'import', id: importId },
      changes: { rows: { to: changed }, rejected: { to: plan.rejected.length } },
    },
  )
  const { rejected, notImported, warnings } = plan
  return { accepted, rejected, notImported, warnings: warnings.length }
}

async function finish(tx: Tx, streetId: string, importId: string, today: Day, now: Date): Promise<Accepted> {
  const accepted = await countRegisters(tx, streetId, today)
  await tx.import.update({
    where: { streetId_id: { streetId, id: importId } },
    data: { state: 'done', accepted, finishedAt: now, version: { increment: 1 } },
    select: { id: true },
  })
  return accepted
}

/** Keeps which rows were refused, each whole, so that they can be given back. */
export async function keepRejections(
  tx: Tx,
  streetId: string,
  importId: string,
  rejected: readonly Rejection[],
): Promise<void> {
  await tx.importRejection.deleteMany({ where: { streetId, importId } })
  await tx.importRejection.createMany({
    data: rejected.map(({ kind: _, faults, cells, ...rejection }, index) => ({
      streetId,
      importId,
      position: index + 1,
      ...rejection,
      cells: { cells, faults } as Prisma.InputJsonValue,
    })),
  })
}

/** What of a plan a program is told on the command line. */
export const toldOf = ({ accepted, rejected, notImported, warnings }: Outcome) => ({
  accepted,
  rejected: rejected.map(({ file, sheet, row, column, value, reason }) => ({
    file,
    sheet,
    row,
    column,
    value,
    reason,
  })),
  warnings,
  notImported: notImported.map(({ file, sheet, ...fault }) => ({
    file,
    ...(sheet === undefined ? {} : { sheet }),
    reason: faultText(fault, 'zh-CN'),
  })),
})
