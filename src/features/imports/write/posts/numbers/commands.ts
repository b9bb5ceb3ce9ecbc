import type { Prisma } from '@/generated/prisma/client'
import { searchText, sortKey } from '@/server/pinyin'
import { personKey } from '../../../plan/keys'
import type { NewNumber } from '../../../plan/persons'
import { required, type Writing } from '../../ground'
import { changeRows } from '../../journal/commands'
import type { JournalledTable } from '../../journal/rules'

const POSTS: readonly JournalledTable[] = ['grid_member', 'captain_appointment', 'worker']

/** Gives persons their new numbers; the consents were for the old ones and end with them. */
export async function writeNewNumbers(writing: Writing, numbers: readonly NewNumber[]): Promise<void> {
  const moved = numbers.map(({ name, from, to }) => ({
    id: required(writing.ids.persons.get(personKey({ name, phone: from }))),
    phone: to,
    sortKey: sortKey(name),
    search: searchText(name, to.slice(-4)),
    from: from.slice(-4),
    to: to.slice(-4),
  }))
  if (moved.length === 0) return
  await changeRows(
    writing,
    'person',
    moved.map(({ from: _, to: __, ...person }) => person),
  )
  await withdrawConsents(writing, { personId: { in: moved.map(({ id }) => id) } })
  for (const table of POSTS) await findByNewNumber(writing, table, moved)
}

/** A post is found by the last four digits of its person's number, so it follows the number. */
async function findByNewNumber(
  writing: Writing,
  table: JournalledTable,
  moved: readonly { id: string; from: string; to: string }[],
): Promise<void> {
  const rows = await writing.tx.$queryRawUnsafe<{ id: string; search: string }[]>(
    `SELECT t.id, array_to_string(array_replace(string_to_array(t.search, ' '), m.from, m.to), ' ') AS search
    FROM ${table} t JOIN jsonb_to_recordset($2::jsonb) AS m(id uuid, "from" text, "to" text) ON m.id = t.person_id
    WHERE t.street_id = $1::uuid`,
    writing.streetId,
    JSON.stringify(moved),
  )
  await changeRows(writing, table, rows)
}

/** Ends the consents of those whose number is another one now. */
export async function withdrawConsents(writing: Writing, whose: Prisma.ConsentWhereInput): Promise<void> {
  const { tx, streetId, now } = writing
  const consents = await tx.consent.findMany({
    where: { streetId, withdrawnAt: null, ...whose },
    select: { id: true },
  })
  await changeRows(
    writing,
    'consent',
    consents.map(({ id }) => ({ id, withdrawnAt: now })),
  )
}
