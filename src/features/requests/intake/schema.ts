import { z } from 'zod'
import { id, line, paragraph, phone } from '@/core/fields'

const said = {
  categoryId: id(),
  words: paragraph(2_000),
  place: line(100).optional(),
  reporterName: line(40).optional(),
  reporterPhone: phone().optional(),
  photoIds: z.array(id()).max(6).default([]),
}

/** Where it is: the narrowest that is known; what stands above it follows. */
const site = {
  compoundId: id().optional(),
  buildingId: id().optional(),
  stairwellId: id().optional(),
}

export const STAFF_SOURCES = ['phone', 'visit', 'opinion_box', 'hotline', 'staff'] as const

/** What somebody of the office writes down, for themselves or for who told them. */
export const staffReport = z
  .strictObject({
    ...said,
    ...site,
    source: z.enum(STAFF_SOURCES),
    sourceNumber: line(40).optional(),
  })
  .refine(({ compoundId, buildingId, stairwellId }) => compoundId ?? buildingId ?? stairwellId, {
    error: 'required',
    path: ['compoundId'],
  })
export type StaffReport = z.output<typeof staffReport>

export const siteSearch = z.strictObject({ q: line(60) })
