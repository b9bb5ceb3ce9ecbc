import { z } from 'zod'
import { cursor, id, line, paragraph, version } from '@/core/fields'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { EVIDENCE_KINDS, newEvidence } from '../evidence/schema'

export const STATES = ['open', 'planned', 'on_menu', 'met', 'declined'] as const
export const SORTS = ['priority', 'title', 'households', 'sinceOn'] as const

export const demandFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(STATES).optional(),
  category: z.enum(SERVICE_CATEGORIES).optional(),
  kind: z.enum(EVIDENCE_KINDS).optional(),
  community: id().optional(),
  compound: id().optional(),
  owner: z.enum(['mine', 'none']).optional(),
  merged: z.enum(['yes']).optional(),
  sort: z.enum(SORTS).default('priority'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type DemandFilter = z.output<typeof demandFilter>

export const demandKey = z.strictObject({ id: id() })

const fields = {
  title: line(60),
  category: z.enum(SERVICE_CATEGORIES),
  words: paragraph(1_000).nullable(),
  isUrgent: z.boolean(),
}

export const newDemand = z.strictObject({ ...fields, evidence: newEvidence })
export type NewDemand = z.output<typeof newDemand>

export const demandChanges = z.strictObject({ ...fields, ownerId: id().nullable(), version: version() })
export type DemandChanges = z.output<typeof demandChanges>

export const demandState = z
  .strictObject({
    state: z.enum(STATES),
    reason: paragraph(500).nullable().default(null),
    version: version(),
  })
  .refine(({ state, reason }) => state !== 'declined' || reason !== null, {
    error: 'required',
    path: ['reason'],
  })
export type NewState = z.output<typeof demandState>

export const demandMerge = z.strictObject({ intoId: id(), version: version() })
export const demandVersion = z.strictObject({ version: version() })

/** Which evidence goes along: piece by piece, or all of a kind in a compound. */
export const demandSplit = z
  .strictObject({
    title: line(60),
    category: z.enum(SERVICE_CATEGORIES),
    evidenceIds: z.array(id()).max(500).default([]),
    groups: z
      .array(z.strictObject({ compoundId: id(), kind: z.enum(EVIDENCE_KINDS) }))
      .max(500)
      .default([]),
    version: version(),
  })
  .refine(({ evidenceIds, groups }) => evidenceIds.length + groups.length > 0, {
    error: 'required',
    path: ['evidenceIds'],
  })
export type Split = z.output<typeof demandSplit>

export const demandSearch = z.strictObject({ q: line(60), except: id().optional() })
