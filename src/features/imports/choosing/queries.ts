import type { Tx } from '@/server/db'
import type { Teaching } from '../mapping/match'
import type { MappingChoice } from '../schema'
import { type TableKind, tableOf } from '../tables/tables'

export const fieldsOf = (kind: TableKind): string[] => Object.keys(tableOf(kind).fields)

/** The fields without which a row of the register is refused. */
export const neededFieldsOf = (kind: TableKind): string[] =>
  Object.entries(tableOf(kind).fields).flatMap(([field, { needed }]) => (needed ? [field] : []))

/** What the reader is taught: what the street's people once chose for headings, and what was chosen for this import's sheets. */
export async function teachingsFor(
  tx: Tx,
  streetId: string,
  choices: MappingChoice['sheets'],
): Promise<Teaching[]> {
  const remembered = await tx.importHeading.findMany({ where: { streetId } })
  const byKind = new Map<string, Record<string, string | null>>()
  for (const { kind, heading, field } of remembered)
    byKind.set(kind, { ...byKind.get(kind), [heading]: field === '' ? null : field })
  return [
    ...[...byKind].map(([kind, headings]) => ({ kind: kind as TableKind, headings })),
    ...choices.flatMap(({ file, sheet, kind, columns }): Teaching[] =>
      kind === null
        ? []
        : [
            {
              kind,
              headings: Object.fromEntries(
                columns.map(({ key, field }) => [key, field === '' ? null : field]),
              ),
              sheet: { file, name: sheet },
            },
          ],
    ),
  ]
}
