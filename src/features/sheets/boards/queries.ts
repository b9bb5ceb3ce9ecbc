import { buildingNumber } from '@/core/building-numbers'
import { buildingsWithin, compoundsWithin } from '@/features/places/policy'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { needleOf } from '@/server/needle'
import { type Page, pageOf, positionOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { reach } from '@/server/principal'
import { settledSheets } from '../versions/queries'
import { seenAs, withoutNewest } from './rules'
import type { BOARD_STATES, BoardFilter } from './schema'

/** A notice board as the office sees it: which version holds, and which hangs. */
export type BoardRow = {
  id: string
  code: string
  communityId: string
  community: string
  compoundId: string
  compound: string
  buildingId: string
  building: string
  stairwell: string
  zone: string | null
  version: number
  holdsFrom: Date
  hungId: string | null
  hungVersion: number | null
  hungAt: Date | null
  hungBy: string | null
  state: (typeof BOARD_STATES)[number]
}

const BOARDS = Prisma.sql`
  notice_board n
  JOIN stairwell s ON s.street_id = n.street_id AND s.id = n.stairwell_id AND s.ended_at IS NULL
  JOIN building b ON b.street_id = s.street_id AND b.id = s.building_id AND b.ended_at IS NULL
  JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id AND c.ended_at IS NULL
  JOIN community m ON m.street_id = c.street_id AND m.id = c.community_id
  JOIN public_code k ON k.street_id = n.street_id AND k.board_id = n.id AND k.revoked_at IS NULL
  LEFT JOIN zone_compound zc ON zc.street_id = c.street_id AND zc.compound_id = c.id
  LEFT JOIN zone z ON z.street_id = zc.street_id AND z.id = zc.zone_id
  LEFT JOIN LATERAL (SELECT version, holds_from FROM sheet_version
    WHERE street_id = n.street_id AND board_id = n.id ORDER BY version DESC LIMIT 1) v ON true
  LEFT JOIN LATERAL (SELECT hs.id, hs.version, hs.hung_at, a.display_name FROM hung_sheet hs
    JOIN account a ON a.street_id = hs.street_id AND a.id = hs.account_id
    WHERE hs.street_id = n.street_id AND hs.board_id = n.id ORDER BY hs.hung_at DESC, hs.id DESC LIMIT 1) h ON true`

const ORDER = Prisma.sql`(c.sort_key, c.id, b.sort_key, b.id, s.number, n.id)`

const STATE = Prisma.sql`CASE WHEN h.version IS NULL THEN 'never' WHEN h.version < v.version THEN 'outdated' ELSE 'current' END`

type Wanted = Pick<BoardFilter, 'q' | 'community' | 'compound' | 'building' | 'zone'> & {
  board?: string
  buildings?: readonly string[]
}

/** The list's order and its state run over five tables, which Prisma's `where` cannot say: hence SQL, with the scope as buildings. */
async function whereOf(act: Act, wanted: Wanted, permission: Permission): Promise<Prisma.Sql> {
  const { tx, principal } = act
  const parts = [Prisma.sql`n.street_id = ${principal.streetId}::uuid`]
  if (reach(principal, permission) !== 'street') {
    const buildings = await tx.building.findMany({
      where: buildingsWithin(principal, permission),
      select: { id: true },
    })
    parts.push(Prisma.sql`b.id = ANY(${buildings.map(({ id }) => id)}::uuid[])`)
  }
  if (wanted.board) parts.push(Prisma.sql`n.id = ${wanted.board}::uuid`)
  if (wanted.buildings) parts.push(Prisma.sql`b.id = ANY(${[...wanted.buildings]}::uuid[])`)
  if (wanted.building) parts.push(Prisma.sql`b.id = ${wanted.building}::uuid`)
  if (wanted.compound) parts.push(Prisma.sql`c.id = ${wanted.compound}::uuid`)
  if (wanted.community) parts.push(Prisma.sql`m.id = ${wanted.community}::uuid`)
  if (wanted.zone) parts.push(Prisma.sql`z.id = ${wanted.zone}::uuid`)
  for (const word of wanted.q?.split(/\s+/) ?? []) {
    const needle = `%${needleOf(word)}%`
    // 3幢, 3栋 and 3号楼 are the same building to whoever looks for it.
    const number = buildingNumber(word)
    parts.push(Prisma.sql`(c.search LIKE ${needle} OR b.search LIKE ${needle} OR lower(k.code) LIKE ${needle} OR b.number = ${number}
      OR replace(c.name || b.name || s.name, ' ', '') LIKE ${needle})`)
  }
  return Prisma.join(parts, ' AND ')
}

const stateIs = (state: BoardFilter['state']): Prisma.Sql =>
  state ? Prisma.sql`${STATE} = ${state}` : Prisma.sql`true`

/** Brings the versions of the boards up to this moment, so that what is read next is right. */
async function settle(act: Act, where: Prisma.Sql): Promise<void> {
  const { tx, principal, now } = act
  const found = await tx.$queryRaw<{ id: string }[]>`SELECT n.id FROM ${BOARDS} WHERE ${where}`
  await settledSheets(tx, principal.streetId, { id: { in: found.map(({ id }) => id) } }, now)
}

const read = (act: Act, where: Prisma.Sql, rest: Prisma.Sql): Promise<BoardRow[]> =>
  act.tx.$queryRaw<BoardRow[]>`
    SELECT n.id, k.code, m.id AS "communityId", m.name AS community, c.id AS "compoundId", c.name AS compound,
      b.id AS "buildingId", b.name AS building, s.name AS stairwell, z.name AS zone,
      coalesce(v.version, 0) AS version, v.holds_from AS "holdsFrom",
      h.id AS "hungId", h.version AS "hungVersion", h.hung_at AS "hungAt", h.display_name AS "hungBy", ${STATE} AS state
    FROM ${BOARDS} WHERE ${where} ${rest}`

/**
 * A page of the boards in the reader's scope. A version comes into being when a sheet is looked at, so the boards of
 * the page are looked at before they are listed: some twenty sheets, a few milliseconds. Only when the state is asked
 * for must all that the other filters find be looked at first, since any of them may have changed.
 */
export async function listBoards(act: Act, filter: BoardFilter): Promise<Page<BoardRow>> {
  const where = await whereOf(act, filter, 'sheets.read')
  if (filter.state) await settle(act, where)
  const wanted = Prisma.sql`${where} AND ${stateIs(filter.state)}`
  const [page, counted] = await Promise.all([
    pageIds(act, wanted, filter),
    act.tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${BOARDS} WHERE ${wanted}`,
  ])
  const shown = Prisma.sql`n.id = ANY(${page}::uuid[]) AND n.street_id = ${act.principal.streetId}::uuid`
  if (!filter.state) await settle(act, shown)
  const rows = new Map((await read(act, shown, Prisma.empty)).map((row) => [row.id, row]))
  const found = page.flatMap((id) => rows.get(id) ?? [])
  return pageOf(found, filter.size, filter.cursor, counted[0]?.total ?? 0, () => null)
}

/** The boards of one page and the one after it; the cursor names a board, whose place in the order is looked up. */
async function pageIds(act: Act, where: Prisma.Sql, filter: BoardFilter): Promise<string[]> {
  const at = positionOf(filter.cursor)
  const forward = (filter.direction === 'asc') !== (at?.back ?? false)
  const beyond = at
    ? Prisma.sql`${ORDER} ${Prisma.raw(forward ? '>' : '<')} (SELECT c.sort_key, c.id, b.sort_key, b.id, s.number, n.id FROM ${BOARDS}
        WHERE n.street_id = ${act.principal.streetId}::uuid AND n.id = ${at.id}::uuid)`
    : Prisma.sql`true`
  const order = Prisma.raw(
    ['c.sort_key', 'c.id', 'b.sort_key', 'b.id', 's.number', 'n.id']
      .map((column) => `${column} ${forward ? 'ASC' : 'DESC'}`)
      .join(', '),
  )
  const found = await act.tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM ${BOARDS} WHERE ${where} AND ${beyond} ORDER BY ${order} LIMIT ${filter.size + 1}`
  return found.map(({ id }) => id)
}

const IN_ORDER = Prisma.sql`ORDER BY c.sort_key, c.id, b.sort_key, b.id, s.number, n.id LIMIT 50000`

/** All boards that the filter finds within the scope of the permission, in the list's order. */
export async function allBoards(
  act: Act,
  filter: Wanted & Pick<BoardFilter, 'state'>,
  permission: Permission,
): Promise<BoardRow[]> {
  const where = await whereOf(act, filter, permission)
  await settle(act, where)
  return read(act, Prisma.sql`${where} AND ${stateIs(filter.state)}`, IN_ORDER)
}

/** One board, or null when there is none, or none for this caller. */
export async function findBoard(
  act: Act,
  boardId: string,
  permission: Permission = 'sheets.read',
): Promise<BoardRow | null> {
  const [board] = await allBoards(act, { board: boardId }, permission)
  return board ?? null
}

export type BoardHistory = {
  versions: { version: number; holdsFrom: Date }[]
  hung: { id: string; version: number; hungAt: Date; by: string }[]
}

/** The newest versions of a board's sheet, and who said when which of them hangs. */
export async function historyOfBoard({ tx, principal }: Act, boardId: string): Promise<BoardHistory> {
  const where = { streetId: principal.streetId, boardId }
  const [versions, hung] = await Promise.all([
    tx.sheetVersion.findMany({
      where,
      orderBy: { version: 'desc' },
      take: 20,
      select: { version: true, holdsFrom: true },
    }),
    tx.hungSheet.findMany({
      relationLoadStrategy: 'join',
      where,
      orderBy: [{ hungAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: { id: true, version: true, hungAt: true, account: { select: { displayName: true } } },
    }),
  ])
  return {
    versions,
    hung: hung.map(({ account, ...mark }) => ({ ...mark, by: account.displayName })),
  }
}

/** The boards of a compound that would be marked as hung: how many of them, and what stands for exactly these. */
export async function previewHanging(act: Act, compound: string) {
  const boards = await allBoards(act, { compound }, 'sheets.hang')
  const toMark = withoutNewest(boards)
  return { boards: boards.length, toMark: toMark.length, seen: seenAs(toMark) }
}

/** The compounds and zones that the list's filters offer, those within the reader's scope. */
export async function boardPlaces(act: Act, community: string | undefined) {
  const within = compoundsWithin(act.principal, 'sheets.read')
  const inUse = { AND: [within, { endedAt: null }] }
  const [compounds, zones] = await Promise.all([
    act.tx.compound.findMany({
      where: { AND: [inUse, community ? { communityId: community } : {}] },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      take: 1_000,
      select: { id: true, name: true },
    }),
    act.tx.zone.findMany({
      where: { streetId: act.principal.streetId, endedAt: null, compounds: { some: { compound: inUse } } },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      take: 200,
      select: { id: true, name: true },
    }),
  ])
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return { compounds: compounds.map(option), zones: zones.map(option) }
}

/** The boards of the buildings, as far as the reader may see them. */
export const boardsOfBuildings = (act: Act, buildings: readonly { id: string }[]): Promise<BoardRow[]> =>
  allBoards(act, { buildings: buildings.map(({ id }) => id) }, 'sheets.read')
