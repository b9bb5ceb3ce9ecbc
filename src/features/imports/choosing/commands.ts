import { type Result, refuse } from '@/core/result'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { importsWithin } from '../policy'
import { beginReading } from '../receiving/commands'
import type { MappingChoice } from '../schema'
import { fieldsOf } from './queries'

/** Keeps what a person chose for sheets and columns, remembers the columns for the street's next file, and has the files read again. */
export async function chooseMapping(
  act: Act,
  importId: string,
  { sheets, version }: MappingChoice,
): Promise<
  Result<{ runId: string }, 'not-found' | 'import-not-ready' | 'stale-version' | 'unknown-reference'>
> {
  const { tx, principal } = act
  const { streetId } = principal
  const found = await tx.import.findFirst({
    where: { AND: [{ id: importId }, importsWithin(principal, 'imports.run')] },
    select: { state: true, version: true, choices: true },
  })
  if (!found) return refuse('not-found')
  if (found.state !== 'mapped') return refuse('import-not-ready')
  if (found.version !== version) return refuse('stale-version')
  const strange = sheets.find(({ kind, columns }) =>
    columns.some(({ field }) => field !== '' && (kind === null || !fieldsOf(kind).includes(field))),
  )
  if (strange) return refuse('unknown-reference', { sheets: 'unknown-reference' })
  const kept = (found.choices ?? []) as MappingChoice['sheets']
  const other = kept.filter(
    (one) => !sheets.some(({ file, sheet }) => file === one.file && sheet === one.sheet),
  )
  await tx.import.update({
    where: { streetId_id: { streetId, id: importId } },
    data: { choices: [...other, ...sheets] as Prisma.InputJsonValue },
    select: { id: true },
  })
  for (const { kind, columns } of sheets)
    for (const { key, field } of kind === null ? [] : columns) {
      await tx.importHeading.upsert({
        where: { streetId_kind_heading: { streetId, kind: kind ?? '', heading: key } },
        create: { streetId, kind: kind ?? '', heading: key, field, createdAt: act.now },
        update: { field },
        select: { kind: true },
      })
    }
  await recordAudit(act, {
    action: 'import.map',
    subject: { kind: 'import', id: importId },
    changes: { sheets: { to: sheets.map(({ file, sheet }) => `${file} ${sheet}`) } },
  })
  return beginReading(act, importId)
}
