import { z } from 'zod'

/** A page of a list: its rows, and the cursors of the pages beside it. */
export type Page<Row> = { rows: Row[]; next: string | null; previous: string | null; total: number }

export type Direction = 'asc' | 'desc'
type SortValue = string | number | null
type Position = { value: SortValue; id: string; back: boolean }

const positionSchema = z.strictObject({
  value: z.union([z.string().max(300), z.number(), z.null()]),
  id: z.uuid(),
  back: z.boolean(),
})

const encode = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url')

/** The position that a cursor names, or null when it is none of ours; then the first page is shown. */
export function positionOf(cursor: string | undefined): Position | null {
  if (!cursor) return null
  try {
    return positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

type Kind = 'text' | 'day' | 'number' | 'id'

const IS: Record<Kind, (value: SortValue) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\u0000'),
  day: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  number: (value) => Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  id: (value) => z.uuid().safeParse(value).success,
}

/** The cursor, where its position is of the kind that the column holds; one that belongs to another order counts as none. */
export function cursorFor(cursor: string | undefined, kind: Kind, nullable = false): string | undefined {
  const value = positionOf(cursor)?.value
  if (value === undefined) return undefined
  if (value === null) return nullable ? cursor : undefined
  return IS[kind](value) ? cursor : undefined
}

const flip = (direction: Direction): Direction => (direction === 'asc' ? 'desc' : 'asc')

/** Keyset paging over (column, id): the `where`, `orderBy` and `take` of one page. Empty values stand last in either direction. */
export function keyset(
  column: string,
  direction: Direction,
  cursor: string | undefined,
  size: number,
  nullable = false,
) {
  const position = positionOf(cursor)
  const back = position?.back ?? false
  const order = back ? flip(direction) : direction
  const order1 = nullable ? { sort: order, nulls: back ? 'first' : 'last' } : order
  return {
    where: position ? beyond(column, order, position, nullable) : {},
    orderBy: [{ [column]: order1 }, { id: order }],
    take: size + 1,
    back,
  }
}

function beyond(column: string, order: Direction, { value, id, back }: Position, nullable: boolean) {
  const further = order === 'asc' ? 'gt' : 'lt'
  const sameAndFurther = { [column]: value, id: { [further]: id } }
  if (value === null) {
    return back ? { OR: [sameAndFurther, { [column]: { not: null } }] } : sameAndFurther
  }
  const steps: object[] = [{ [column]: { [further]: value } }, sameAndFurther]
  if (nullable && !back) return { OR: [...steps, { [column]: null }] }
  // The bound on the column alone lets the index start where the page does.
  return { AND: [{ [column]: { [`${further}e`]: value } }, { OR: steps }] }
}

/** Cuts the row too many, puts a page that was read backwards in order, and names the neighbours. */
export function pageOf<Row extends { id: string }>(
  found: Row[],
  size: number,
  cursor: string | undefined,
  total: number,
  sortValue: (row: Row) => SortValue,
): Page<Row> {
  const back = positionOf(cursor)?.back ?? false
  const more = found.length > size
  const rows = found.slice(0, size)
  if (back) rows.reverse()
  const at = (row: Row | undefined, backwards: boolean) =>
    row ? encode({ value: sortValue(row), id: row.id, back: backwards }) : null
  const first = rows[0]
  const last = rows.at(-1)
  return {
    rows,
    next: back || more ? at(last, false) : null,
    previous: back ? (more ? at(first, true) : null) : cursor && positionOf(cursor) ? at(first, true) : null,
    total,
  }
}
