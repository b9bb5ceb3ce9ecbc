import { z } from 'zod'
import { cursor, day, id, line, paragraph, version, wholeNumber } from '@/core/fields'
import { SERVICE_CATEGORIES } from '@/core/service-categories'

export const RESOURCE_KINDS = ['provider', 'crew', 'facility', 'volunteers', 'partner'] as const
export const COST_UNITS = ['hour', 'visit', 'month', 'year'] as const

export const resourceFilter = z.strictObject({
  q: line(60).optional(),
  kind: z.enum(RESOURCE_KINDS).optional(),
  category: z.enum(SERVICE_CATEGORIES).optional(),
  zone: id().optional(),
  contract: z.enum(['ending', 'ended']).optional(),
  ended: z.enum(['yes']).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type ResourceFilter = z.output<typeof resourceFilter>

export const resourceKey = z.strictObject({ id: id() })
export const resourceVersion = z.strictObject({ version: version() })

const fields = {
  kind: z.enum(RESOURCE_KINDS),
  name: line(80),
  providerId: id().nullable(),
  operatorId: id().nullable(),
  zoneId: id().nullable(),
  compoundId: id().nullable(),
  categories: z.array(z.enum(SERVICE_CATEGORIES)).min(1).max(SERVICE_CATEGORIES.length),
  skills: z.array(line(30)).max(30),
  capacityPerWeek: wholeNumber(0, 100_000).nullable(),
  hoursText: line(120).nullable(),
  /** With these the hours are cut into times that residents book. */
  slotMinutes: wholeNumber(15, 480).nullable(),
  perSlot: wholeNumber(1, 100).nullable(),
  leadHours: wholeNumber(0, 720).nullable(),
  costFen: wholeNumber(0, 100_000_000).nullable(),
  costUnit: z.enum(COST_UNITS).nullable(),
  contractNumber: line(60).nullable(),
  contractStartsOn: day().nullable(),
  contractEndsOn: day().nullable(),
  note: paragraph(1_000).nullable(),
}

type Fields = {
  zoneId: string | null
  compoundId: string | null
  contractStartsOn: string | null
  contractEndsOn: string | null
}
const oneArea = ({ zoneId, compoundId }: Fields) => zoneId === null || compoundId === null
const ONE_AREA = { error: 'one-area', path: ['compoundId'] }
type Slots = { slotMinutes: number | null; perSlot: number | null }
const slotsTogether = ({ slotMinutes, perSlot }: Slots) => (slotMinutes === null) === (perSlot === null)
const SLOTS_TOGETHER = { error: 'slots-together', path: ['perSlot'] }
const inOrder = ({ contractStartsOn, contractEndsOn }: Fields) =>
  contractStartsOn === null || contractEndsOn === null || contractStartsOn <= contractEndsOn
const IN_ORDER = { error: 'ends-before-start', path: ['contractEndsOn'] }

export const newResource = z
  .strictObject(fields)
  .refine(oneArea, ONE_AREA)
  .refine(slotsTogether, SLOTS_TOGETHER)
  .refine(inOrder, IN_ORDER)
export type NewResource = z.output<typeof newResource>

export const resourceChanges = z
  .strictObject({ ...fields, version: version() })
  .refine(oneArea, ONE_AREA)
  .refine(slotsTogether, SLOTS_TOGETHER)
  .refine(inOrder, IN_ORDER)
export type ResourceChanges = z.output<typeof resourceChanges>
