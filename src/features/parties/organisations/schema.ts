import { z } from 'zod'
import { cursor, day, id, line, phone, version } from '@/core/fields'

/** The four levels of organisations from the top down; the fifth, the centre household, is a household. */
export const LEVELS = ['community_committee', 'command_room', 'grid_branch', 'building_group'] as const
export type Level = (typeof LEVELS)[number]

/** What a list of organisations can be asked for. `overdue` finds those whose term has run out without an election. */
export const partyFilter = z.strictObject({
  q: line(60).optional(),
  level: z.enum(LEVELS).optional(),
  community: id().optional(),
  leader: z.enum(['vacant', 'filled']).optional(),
  election: z.enum(['overdue', 'unknown']).optional(),
  ended: z.enum(['yes']).optional(),
  sort: z.enum(['name', 'electedOn', 'termEndsOn']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type PartyFilter = z.output<typeof partyFilter>

/** Organisations that may stand above one of the level. */
export const parentLevel = z.strictObject({ level: z.enum(LEVELS) })
export const parentSearch = z.strictObject({ q: line(60).optional() })

const fields = {
  name: line(60),
  parentId: id().nullable(),
  communityId: id().nullable(),
  gridId: id().nullable(),
  leaderName: line(40).nullable(),
  electedOn: day().nullable(),
  termEndsOn: day().nullable(),
}

export const newParty = z.strictObject({ ...fields, level: z.enum(LEVELS), leaderPhone: phone().nullable() })
export type NewParty = z.output<typeof newParty>

/** A change leaves the leader's number as it is unless a new one is given; the level stays. */
export const partyChanges = z.strictObject({ ...fields, leaderPhone: phone().optional(), version: version() })
export type PartyChanges = z.output<typeof partyChanges>

export const partyKey = z.strictObject({ id: id() })
export const partyVersion = z.strictObject({ version: version() })
